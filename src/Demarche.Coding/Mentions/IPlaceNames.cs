using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>Looks up towns and regions for the step that finds mentions.</summary>
internal interface IPlaceNames
{
    /// <summary>The longest place name that begins at a token and ends before <paramref name="limit"/>.</summary>
    /// <returns>The place meant, by its number in the gazetteer; -1 where the words name none.</returns>
    int Longest(ParsedSentence sentence, int first, int limit, out int last);

    /// <summary>Country of a place so found.</summary>
    string? CountryOf(int place);

    /// <summary>Whether the document names the state by a name or an adjective of its own, not by its capital alone.</summary>
    bool IsNamed(string country);

    /// <summary>Number of people there.</summary>
    int PopulationOf(int place);
}
