using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>Looks up towns and regions for the step that finds mentions.</summary>
internal interface IPlaceNames
{
    /// <summary>The longest place name that begins at a token and ends at <paramref name="last"/> at the latest.</summary>
    /// <returns>A number for the place, or -1.</returns>
    int Longest(ParsedSentence sentence, int first, int last, out int end);

    /// <summary>Country of a place so found.</summary>
    string? CountryOf(int place);
}
