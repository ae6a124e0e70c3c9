using Demarche.Coding.Places;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;
using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>
/// The step that finds who is meant: names by longest match, agents and offices with their owners, persons by their office on the document's
/// day, appositions, and in-document coreference.
/// </summary>
public static class MentionResolver
{
    public static MentionTable Resolve(ParsedDocument document, KnowledgeBase knowledge)
    {
        var actors = knowledge.Actors;
        var day = document.Document.Date?.DayNumber;
        var matcher = new NameMatcher(actors.Lexicon, day);
        var places = new PlaceChooser(knowledge.Places);
        var reader = new UnitReader(actors, places, new Surnames(actors, day), day);
        var identities = new IdentityFactory(actors, day);
        var coreference = new Coreference(actors, identities);
        var matches = new List<NameMatch>[document.Sentences.Count];
        var capitals = new bool[matches.Length];
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] = matcher.Match(document.Sentences[i]);
            capitals[i] = matcher.Words.AllCapitals;
            foreach (var (state, byCapital) in States(matches[i], actors)) places.SeeState(state, byCapital);
        }
        var drafts = new List<List<MentionDraft>>(matches.Length);
        for (var i = 0; i < matches.Length; i++)
        {
            var s = document.Sentences[i];
            places.BeginSentence(States(matches[i], actors).Where(x => !x.ByCapital).Select(x => x.Id));
            var units = reader.Read(s, matches[i], capitals[i]);
            var own = new SentenceMentions(s, units, actors, places, identities).Make();
            Appositions.Join(s, own);
            own.Sort((a, b) => a.Head.CompareTo(b.Head));
            drafts.Add(coreference.Run(s, own));
        }
        coreference.Finish(drafts);
        return new MentionTable(document.Sentences, drafts);
    }

    private static IEnumerable<(string Id, bool ByCapital)> States(List<NameMatch> matches, ActorTable actors)
    {
        foreach (var m in matches)
        {
            var entry = m.Senses[0];
            if (entry.Kind is SenseKind.Name or SenseKind.Adjective or SenseKind.Demonym or SenseKind.Capital && actors[entry.Entry].Kind == ActorKind.State)
                yield return (actors[entry.Entry].Id, entry.Kind == SenseKind.Capital);
        }
    }
}
