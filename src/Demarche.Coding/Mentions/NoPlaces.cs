using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>Stands in where there is no gazetteer.</summary>
internal sealed class NoPlaces : IPlaceNames
{
    public static readonly NoPlaces Instance = new();

    public int Longest(ParsedSentence sentence, int first, int last, out int end)
    {
        end = first;
        return -1;
    }

    public string? CountryOf(int place) => null;
}
