using System.Collections.Immutable;
using System.Text;

namespace Demarche.Knowledge.Actors;

/// <summary>
/// CAMEO actor codes: groups of three letters, first whose the actor is (a state, or IGO, NGO, IMG with the organisation's own
/// code), then its sectors: RUSGOV, PSEREBHAM, IGOMILNATO.
/// </summary>
/// <param name="Country">ISO 3166 alpha-3, or null for what belongs to no one state.</param>
/// <param name="Sectors">In the order of the code.</param>
/// <param name="Group">The rest, which names a group or an organisation; null where there is none.</param>
public sealed record CameoActorCode(string? Country, ImmutableArray<string> Sectors, string? Group)
{
    /// <summary>Builds a code the way the field does: whose, then at most two sectors, then the group.</summary>
    public static string? Build(string? country, ReadOnlySpan<string> sectors, string? group = null)
    {
        var code = new StringBuilder(country);
        for (var i = 0; i < sectors.Length && i < 2; i++) code.Append(sectors[i]);
        code.Append(group);
        return code.Length == 0 ? null : code.ToString();
    }

    /// <summary>Reads a code back; <paramref name="isState"/> says which groups of three letters are states.</summary>
    public static CameoActorCode Parse(string code, Func<string, bool> isState)
    {
        var at = 0;
        string? country = null;
        if (code.Length >= 3 && !Actors.Sectors.IsKnown(code[..3]) && isState(code[..3]))
        {
            country = code[..3];
            at = 3;
        }
        var sectors = ImmutableArray.CreateBuilder<string>();
        while (at + 3 <= code.Length && Actors.Sectors.IsKnown(code.Substring(at, 3)))
        {
            sectors.Add(code.Substring(at, 3));
            at += 3;
        }
        return new CameoActorCode(country, sectors.ToImmutable(), at < code.Length ? code[at..] : null);
    }

    public override string ToString() => Build(Country, [.. Sectors], Group) ?? "";
}
