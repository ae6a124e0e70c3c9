using System.Collections.Immutable;

namespace Demarche.Knowledge.Ontology;

/// <summary>A CAMEO code with its Goldstein value and its PLOVER reading.</summary>
/// <param name="Code">Two to four digits.</param>
/// <param name="PloverType">AGREE, CONSULT …; null for CAMEO 01, which PLOVER does not know.</param>
public sealed record CameoCode(
    string Code, string Label, double Goldstein, string? PloverType, string? Mode, ImmutableArray<string> Contexts)
{
    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public int Quad => QuadOf(Code);

    /// <exception cref="FormatException">The code does not begin with two digits.</exception>
    public static int QuadOf(string code) => int.Parse(code.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture) switch
    {
        <= 5 => 1,
        <= 8 => 2,
        <= 13 => 3,
        _ => 4,
    };
}
