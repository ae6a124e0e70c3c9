using Demarche.Coding.Mentions;
using Demarche.Knowledge.Names;
using Demarche.Knowledge.Places;
using Demarche.Language;

namespace Demarche.Coding.Places;

/// <summary>
/// Finds place names and chooses among the places of one name: size and rank, the states that the sentence and the document name, a country
/// or division written after it, and nearness to places already chosen.
/// </summary>
internal sealed class PlaceChooser(Gazetteer gazetteer) : IPlaceNames
{
    private const int LongestName = 8;
    private const double Near = 400;
    private const int LargeTown = 100_000;
    private const int LongestPhrase = 6;

    private static readonly double[] RankBonus = [0, 0.3, 1.5, 2.5];

    private readonly Dictionary<string, int> _document = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sentence = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _beginning = [];
    private readonly Dictionary<int, string> _ending = [];
    private readonly Dictionary<int, int> _chosen = [];
    private readonly NameWord[] _words = new NameWord[LongestName];

    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    public bool IsNamed(string country) => _named.Contains(country);

    /// <summary>Tells of a state named somewhere in the document.</summary>
    /// <param name="byCapital">Named by its capital only, which may be a town elsewhere.</param>
    public void SeeState(string country, bool byCapital)
    {
        if (byCapital) return;
        _named.Add(country);
        _document[country] = _document.GetValueOrDefault(country) + 1;
    }

    /// <param name="states">The states that the sentence names, with their first and last tokens.</param>
    public void BeginSentence(IEnumerable<(string Id, int First, int Last)> states)
    {
        _sentence.Clear();
        _beginning.Clear();
        _ending.Clear();
        foreach (var (id, first, last) in states)
        {
            _sentence.Add(id);
            _beginning[first] = id;
            _ending[last] = id;
        }
    }

    public string? CountryOf(int place) => gazetteer[place].Country;

    public int PopulationOf(int place) => gazetteer[place].Rank >= 2 ? Math.Max(gazetteer[place].Population, 200_000) : gazetteer[place].Population;

    public int Longest(ParsedSentence sentence, int first, int limit, out int last)
    {
        last = first;
        var best = default(SenseRun);
        var bestWords = 0;
        var count = 0;
        var key = Lexicon.Root;
        for (var t = first; t < limit && count < LongestName; t++)
        {
            if (sentence.Tokens[t].Upos == Upos.PUNCT && sentence.Tokens[t].Xpos is not (Xpos.HYPH or Xpos.POS)) break;
            var form = sentence.Form(t);
            var ended = false;
            for (var i = 0; NameWords.Next(form, ref i, out var word) && count < LongestName;)
            {
                _words[count++] = word;
                if (!gazetteer.Lexicon.Step(ref key, word.Hash, out var run))
                {
                    ended = true;
                    break;
                }
                if (run.IsEmpty || i < form.Length - 1) continue;
                if (!Fits(run, count)) continue;
                best = run;
                bestWords = count;
                last = t;
            }
            if (ended) break;
        }
        return bestWords == 0 ? -1 : Choose(sentence, best, first, last);
    }

    private bool Fits(SenseRun run, int count)
    {
        foreach (ref readonly var s in gazetteer.Lexicon.Senses(run))
            if (CasePattern.Allows(s.Cases, _words.AsSpan(0, count))) return true;
        return false;
    }

    private int Choose(ParsedSentence sentence, SenseRun run, int first, int last)
    {
        var senses = gazetteer.Lexicon.Senses(run);
        var state = StateBeside(sentence, first, last, out var owned);
        // A town is meant where it was meant before in the document.
        if (_chosen.TryGetValue(run.First, out var before) && !HasQualifier(sentence, last)) return before;
        var best = -1;
        var bestScore = double.MinValue;
        foreach (ref readonly var s in senses)
        {
            var score = Score(sentence, gazetteer[s.Entry], last) + (state is not null && gazetteer[s.Entry].Country == state ? 5 : 0);
            if (score <= bestScore) continue;
            bestScore = score;
            best = s.Entry;
        }
        // "Abu" of "Abu Ghraib", "Ross" of "Ross Township": a small place is no part of a longer name.
        if (best >= 0 && gazetteer[best] is { Kind: PlaceKind.Town } town && !IsLarge(town) && GoesOn(sentence, first, last)) return -1;
        // "Millford, Borovia" and "Millford and two more villages in Borovia" are none of Arland's, though no such place of Borovia is known.
        if (best >= 0 && gazetteer[best].Country is { } country && !IsCity(gazetteer[best]) && (state ?? StateAround(sentence, last)) is { } around && around != country && !IsQualifiedBy(sentence, last, gazetteer[best])) return -1;
        // "Borovia's North Region" is none of Arland's, and "the Delta" stands for a region only where its state or the words around say so.
        if (best >= 0 && (owned && gazetteer[best].Country != state || gazetteer[best].Kind == PlaceKind.Region && state is null && !IsExpected(sentence, gazetteer[best], first, last))) return -1;
        _chosen[run.First] = best;
        return best;
    }

    private double Score(ParsedSentence sentence, Place place, int last)
    {
        var score = 1.3 * Math.Log10(place.Population + 10) + RankBonus[place.Rank] + (place.Kind == PlaceKind.Area ? 3 : 0);
        if (place.Country is { } country)
        {
            // A state that acts in the text says little about a village of a famous name: Geneva is not in Illinois because Americans meet there.
            var weight = IsLarge(place) ? 1 : 0.45;
            if (_sentence.Contains(country)) score += 2.5 * weight;
            if (_document.TryGetValue(country, out var count)) score += (1.5 + Math.Min(1, 0.25 * count)) * weight;
        }
        if (place.Kind == PlaceKind.Region && last + 1 < sentence.Count
            && sentence.Form(last + 1) is "province" or "Province" or "region" or "state" or "State" or "governorate" or "oblast" or "district" or "prefecture") score += 3;
        if (IsQualifiedBy(sentence, last, place)) score += 5;
        foreach (var other in _chosen.Values.Take(8))
        {
            var o = gazetteer[other];
            if (Gazetteer.Distance(place.Latitude, place.Longitude, o.Latitude, o.Longitude) < Near) return score + 1;
        }
        return score;
    }

    private bool IsExpected(ParsedSentence s, Place region, int first, int last)
    {
        if (region.Country is { } country && (_document.ContainsKey(country) || _sentence.Contains(country))) return true;
        if (last > first || IsDivision(s, last + 1)) return true;
        var before = first - 1;
        if (before >= 0 && s.Tokens[before].Upos is Upos.DET or Upos.ADJ) before--;
        return before >= 0 && s.Tokens[before].Upos == Upos.ADP || before < 0;
    }

    private static bool IsDivision(ParsedSentence s, int token) =>
        token < s.Count && s.Form(token) is "province" or "Province" or "region" or "Region" or "state" or "State" or "governorate" or "Governorate" or "oblast" or "Oblast" or "district" or "District" or "prefecture" or "Prefecture" or "county" or "County";

    // "Borovia's North Region", "Lindau, Borovia"
    private string? StateBeside(ParsedSentence s, int first, int last, out bool owned)
    {
        owned = first >= 2 && s.Tokens[first - 1].Xpos == Xpos.POS && _ending.ContainsKey(first - 2);
        if (owned) return _ending[first - 2];
        return last + 2 < s.Count && s.Form(last + 1) is "," && _beginning.TryGetValue(last + 2, out var after) ? after : null;
    }

    // "Millford and two more villages in Borovia": the state that the phrase itself is said to lie in.
    private string? StateAround(ParsedSentence s, int last)
    {
        for (var t = last + 1; t < Math.Min(s.Count - 1, last + 1 + LongestPhrase); t++)
        {
            if (s.Form(t) is "in" or "of" && (_beginning.TryGetValue(t + 1, out var state) || s.Tokens[t + 1].Upos == Upos.DET && _beginning.TryGetValue(t + 2, out state))) return state;
            if (s.Tokens[t].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.CCONJ or Upos.DET)) return null;
        }
        return null;
    }

    private static bool GoesOn(ParsedSentence s, int first, int last)
    {
        if (last + 1 < s.Count && s.Tokens[last + 1] is { Upos: Upos.PROPN } after && s.Tokens[last].End + 1 == after.Start && !IsDivision(s, last + 1)
            && (after.Head == last || s.Tokens[last].Head == last + 1)) return true;
        return first > 0 && s.Tokens[first - 1] is { Upos: Upos.PROPN } before && before.End + 1 == s.Tokens[first].Start && s.Tokens[first].Head == first - 1 && s.Tokens[first].Deprel == Deprel.Flat;
    }

    // "in Kharkiv, Russia says": a city is known well enough not to lie where a comma puts it.
    private static bool IsCity(Place p) => p.Kind != PlaceKind.Region && p.Population >= LargeTown;

    private static bool IsLarge(Place p) => p.Population >= LargeTown || p.Rank >= 2;

    private static bool IsQualifiedBy(ParsedSentence s, int last, Place p) => HasQualifier(s, last) && p.Division is { } division && Follows(s, last + 2, division);

    private static bool HasQualifier(ParsedSentence s, int last) =>
        last + 2 < s.Count && s.Form(last + 1) is "," && s.Tokens[last + 2].Upos == Upos.PROPN;

    private static bool Follows(ParsedSentence s, int token, string name) =>
        token < s.Count && name.StartsWith(s.Form(token), StringComparison.OrdinalIgnoreCase) && s.Form(token).Length > 2;
}
