using Demarche.Knowledge;
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
        IPlaceNames places = NoPlaces.Instance;
        var reader = new UnitReader(actors, places, day);
        var identities = new IdentityFactory(actors, day);
        var coreference = new Coreference(actors);
        var drafts = new List<List<MentionDraft>>(document.Sentences.Count);
        foreach (var s in document.Sentences)
        {
            var units = reader.Read(s, matcher.Match(s), matcher.Words.AllCapitals);
            var own = new SentenceMentions(s, units, actors, places, identities).Make();
            Appositions.Join(s, own);
            own.Sort((a, b) => a.Head.CompareTo(b.Head));
            drafts.Add(coreference.Run(s, own));
        }
        return new MentionTable(document.Sentences, drafts);
    }
}
