using Demarche.Coding.Mentions;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language;

namespace Demarche.Coding.Places;

/// <summary>The step that makes place mentions of the towns, regions and scenes that the step of mentions has found.</summary>
public static class PlaceResolver
{
    public static PlaceTable Resolve(ParsedDocument document, KnowledgeBase knowledge, MentionTable mentions)
    {
        var at = new PlaceMention?[document.Sentences.Count][];
        PlaceMention? dateline = null;
        for (var s = 0; s < at.Length; s++)
        {
            var sentence = document.Sentences[s];
            at[s] = new PlaceMention?[sentence.Count];
            foreach (var d in mentions.DraftsOf(s))
            {
                if (PlaceOf(d, knowledge) is not { } place) continue;
                at[s].AsSpan(d.First, d.Last - d.First + 1).Fill(place);
                if (s == 0 && d.First == 0 && d.IsScene && TreeWalk.CaseOf(sentence, d.Head).IsEmpty) dateline = place;
            }
        }
        return new PlaceTable(document.Sentences, at, dateline);
    }

    private static PlaceMention? PlaceOf(MentionDraft d, KnowledgeBase knowledge)
    {
        if (d.Unit is not { } unit) return null;
        var span = new Span(d.Sentence.Tokens[d.First].Start, d.Sentence.Tokens[d.Last].End);
        if (unit.Kind == UnitKind.Place) return OfPlace(span, knowledge.Places[unit.Entry]);
        if (!d.IsScene) return null;
        if (unit.Kind is not (UnitKind.State or UnitKind.Capital)) return null;
        var state = knowledge.Actors[unit.Entry];
        if (unit.Kind == UnitKind.Capital && Capital(span, d, knowledge, state) is { } town) return town;
        return new PlaceMention(span, state.Name, d.Actors[0].Country, state.Latitude, state.Longitude, PlacePrecision.Country);
    }

    private static PlaceMention OfPlace(Span span, Place p) =>
        new(span, p.Name, p.Country, p.Latitude, p.Longitude, p.Kind == PlaceKind.Town ? PlacePrecision.City : PlacePrecision.Region)
        {
            Admin = p.Division,
        };

    private static PlaceMention? Capital(Span span, MentionDraft d, KnowledgeBase knowledge, Actor state)
    {
        var text = d.Sentence.Text[span.Start..span.End];
        var country = d.Actors[0].Country ?? state.Id;
        Place? best = null;
        foreach (var s in knowledge.Places.Lexicon.Exact(text))
        {
            var p = knowledge.Places[s.Entry];
            if (p.Country == country && (best is null || p.Rank > best.Rank || (p.Rank == best.Rank && p.Population > best.Population))) best = p;
        }
        return best is null ? null : OfPlace(span, best);
    }
}
