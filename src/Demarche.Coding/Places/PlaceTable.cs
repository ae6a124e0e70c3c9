using Demarche.Coding.Mentions;
using Demarche.Language;

namespace Demarche.Coding.Places;

/// <summary>The places that a document names, by token, and the scenes of its acts.</summary>
public sealed class PlaceTable
{
    private static readonly string[] ScenePrepositions = ["in", "at", "near", "outside", "inside", "around", "across", "throughout", "within", "off", "over", "on", "north", "south", "east", "west"];

    private readonly IReadOnlyList<ParsedSentence> _sentences;
    private readonly PlaceMention?[][] _at;

    internal PlaceTable(IReadOnlyList<ParsedSentence> sentences, PlaceMention?[][] at, PlaceMention? dateline)
    {
        _sentences = sentences;
        _at = at;
        Dateline = dateline;
        All = [.. at.SelectMany(row => row).OfType<PlaceMention>().Distinct().OrderBy(p => p.Span)];
    }

    /// <summary>In text order; places that act ("Moscow said") are not among them.</summary>
    public IReadOnlyList<PlaceMention> All { get; }

    /// <summary>The place before the first sentence ("NAIROBI, Oct 3 -").</summary>
    public PlaceMention? Dateline { get; }

    public PlaceMention? At(int sentence, int token) => token < 0 ? null : _at[sentence][token];

    /// <summary>
    /// Where the act told by a token takes place: a place in a locative phrase of the verb or noun, then of what governs it, then the
    /// only place in the sentence. Null where none is told; the dateline is left to the caller, for it is where the report was written.
    /// </summary>
    public PlaceMention? SceneOf(int sentence, int trigger)
    {
        var s = _sentences[sentence];
        var at = trigger;
        for (var steps = 0; steps < 4 && at >= 0; steps++)
        {
            if (Locative(s, at) is { } place) return place;
            at = s.Tokens[at].Head;
        }
        PlaceMention? only = null;
        foreach (var p in _at[sentence])
        {
            if (p is null || p == only || p == Dateline) continue;
            if (only is not null) return null;
            only = p;
        }
        return only;
    }

    // The most exact of the locatives below a token: a town before a country.
    private PlaceMention? Locative(ParsedSentence s, int governor)
    {
        PlaceMention? best = null;
        foreach (var c in s.Children(governor))
        {
            var relation = s.Tokens[c].Deprel;
            if (relation is Deprel.Obj or Deprel.Xcomp or Deprel.Compound or Deprel.Nsubj or Deprel.NsubjPass)
            {
                if (relation is Deprel.Obj or Deprel.NsubjPass && Locative(s, c) is { } inside && Better(inside, best)) best = inside;
                continue;
            }
            if (relation is not (Deprel.Obl or Deprel.Nmod)) continue;
            if (!IsScene(TreeWalk.CaseOf(s, c))) continue;
            var place = Named(s, c, 0);
            if (place is not null && Better(place, best)) best = place;
        }
        return best;
    }

    // "in the northern city of Kano", "in Kano, Nigeria", "at a market in Kano"
    private PlaceMention? Named(ParsedSentence s, int token, int depth)
    {
        if (_at[s.Index][token] is { } here) return here;
        if (depth > 2) return null;
        foreach (var c in s.Children(token))
        {
            if (s.Tokens[c].Deprel is Deprel.Nmod or Deprel.Appos or Deprel.Flat or Deprel.Compound or Deprel.NmodPoss or Deprel.NmodDesc
                && Named(s, c, depth + 1) is { } place) return place;
        }
        return null;
    }

    private static bool Better(PlaceMention place, PlaceMention? than) => than is null || place.Precision < than.Precision;

    private static bool IsScene(ReadOnlySpan<char> preposition)
    {
        foreach (var p in ScenePrepositions)
            if (preposition.SequenceEqual(p)) return true;
        return false;
    }
}
