using Demarche.Coding.Mentions;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;
using Demarche.Knowledge.Places;
using Demarche.Language;

namespace Demarche.Coding.Places;

/// <summary>
/// Names of states and capitals that a comma shows to be those of a division or a town of another state: "Athens, Georgia", "Georgia, United States",
/// "Panama City, Florida". They are left to the gazetteer.
/// </summary>
internal sealed class Namesakes(Gazetteer gazetteer, ActorTable actors)
{
    private const int LongestTown = 3;

    public void Leave(ParsedSentence s, List<NameMatch> matches)
    {
        for (var k = matches.Count - 1; k >= 0; k--)
        {
            var m = matches[k];
            if (StateOf(m) is not { } state) continue;
            var name = Words(s, m.First, m.Last);
            var isCapital = m.Senses[0].Kind == SenseKind.Capital;
            if (isCapital ? IsTownOfAnother(s, m, name, state) : IsDivisionBeforeState(s, matches, k, name, state) || IsDivisionAfterTown(s, m, name, state)) matches.RemoveAt(k);
        }
    }

    private string? StateOf(NameMatch m) =>
        m.Senses[0].Kind is SenseKind.Name or SenseKind.Capital && actors[m.Senses[0].Entry] is { Kind: ActorKind.State } state ? state.Id : null;

    // "Panama City, Florida"
    private bool IsTownOfAnother(ParsedSentence s, NameMatch m, string name, string state)
    {
        if (!TreeWalk.Is(s, m.Last + 1, ",") || m.Last + 2 >= s.Count) return false;
        var (one, two) = (Words(s, m.Last + 2, m.Last + 2), Words(s, m.Last + 2, Math.Min(m.Last + 3, s.Count - 1)));
        foreach (ref readonly var sense in gazetteer.Lexicon.Exact(name))
            if (gazetteer[sense.Entry] is { Division: { } division } p && p.Country != state && (division == one || division == two)) return true;
        return false;
    }

    // "Georgia, United States", but not of "Georgia, the United States and Russia"
    private bool IsDivisionBeforeState(ParsedSentence s, List<NameMatch> matches, int k, string name, string state)
    {
        var m = matches[k];
        if (!TreeWalk.Is(s, m.Last + 1, ",") || k + 1 >= matches.Count || matches[k + 1].First != m.Last + 2 || StateOf(matches[k + 1]) is not { } around || around == state) return false;
        if (k + 2 < matches.Count && StateOf(matches[k + 2]) is not null && matches[k + 2].First <= matches[k + 1].Last + 4) return false;
        foreach (ref readonly var sense in gazetteer.Lexicon.Exact(name))
            if (gazetteer[sense.Entry] is { Kind: PlaceKind.Region } p && p.Country == around) return true;
        return false;
    }

    // "Athens, Georgia", but "Tbilisi, Georgia"
    private bool IsDivisionAfterTown(ParsedSentence s, NameMatch m, string name, string state)
    {
        if (!TreeWalk.Is(s, m.First - 1, ",")) return false;
        for (var first = m.First - 2; first >= Math.Max(0, m.First - 1 - LongestTown) && s.Tokens[first].Upos == Upos.PROPN; first--)
        {
            var found = false;
            foreach (ref readonly var sense in gazetteer.Lexicon.Exact(Words(s, first, m.First - 2)))
            {
                var p = gazetteer[sense.Entry];
                if (p.Country == state) return false;
                found |= p.Division == name;
            }
            if (found) return true;
        }
        return false;
    }

    private static string Words(ParsedSentence s, int first, int last) => s.Text[s.Tokens[first].Start..s.Tokens[last].End].ToString();
}
