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
        var namesakes = new Namesakes(knowledge.Places, actors);
        var reader = new UnitReader(actors, places, new Surnames(actors, day), day);
        var identities = new IdentityFactory(actors, day);
        var coreference = new Coreference(actors, identities);
        var matches = new List<NameMatch>[document.Sentences.Count];
        var capitals = new bool[matches.Length];
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] = matcher.Match(document.Sentences[i]);
            namesakes.Leave(document.Sentences[i], matches[i]);
            capitals[i] = matcher.Words.AllCapitals;
            foreach (var named in States(matches[i], actors, day)) places.SeeState(named.Id, named.ByCapital);
        }
        var drafts = new List<List<MentionDraft>>(matches.Length);
        for (var i = 0; i < matches.Length; i++)
        {
            var s = document.Sentences[i];
            places.BeginSentence(States(matches[i], actors, day).Where(x => !x.ByCapital).Select(x => (x.Id, x.First, x.Last)));
            var units = reader.Read(s, matches[i], capitals[i]);
            var own = new SentenceMentions(s, units, actors, places, identities).Make();
            Appositions.Join(s, own);
            own.Sort((a, b) => a.Head.CompareTo(b.Head));
            drafts.Add(coreference.Run(s, own));
        }
        coreference.Finish(drafts);
        return new MentionTable(document.Sentences, drafts);
    }

    private static IEnumerable<(string Id, bool ByCapital, int First, int Last)> States(List<NameMatch> matches, ActorTable actors, int? day)
    {
        foreach (var m in matches)
        {
            var entry = m.Senses[0];
            if (entry.Kind is not (SenseKind.Name or SenseKind.Adjective or SenseKind.Demonym or SenseKind.Capital)) continue;
            var actor = actors[entry.Entry];
            if (actor.Kind == ActorKind.State) yield return (actor.Id, entry.Kind == SenseKind.Capital, m.First, m.Last);
            // "the Borovian Army" names Borovia.
            else if (actor.Kind == ActorKind.Group && m.Last > m.First && actors.CountryOn(actor, day ?? IdentityFactory.AnyDay) is { Length: 3 } country) yield return (country, false, m.First, m.Last);
        }
    }
}
