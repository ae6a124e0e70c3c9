using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>
/// Joins two names of one actor that stand side by side: "Jane Doe, the Kenyan foreign minister," and "the Economic Community of West African
/// States (ECOWAS)". What the one lacks it takes from the other.
/// </summary>
internal static class Appositions
{
    public static void Join(ParsedSentence sentence, IReadOnlyList<MentionDraft> drafts)
    {
        for (var i = 0; i + 1 < drafts.Count; i++)
        {
            var a = drafts[i];
            if (a.IsModifier) continue;
            var j = i + 1;
            while (j < drafts.Count && drafts[j].IsModifier && drafts[j].First > a.Last) j++;
            if (j >= drafts.Count) break;
            var b = drafts[j];
            if (IsBracketed(sentence, a, b)) Share(a, b, "acronym");
            else if (IsApposed(sentence, a, b)) Share(a, b, "apposition");
        }
    }

    private static bool IsBracketed(ParsedSentence s, MentionDraft a, MentionDraft b) =>
        b.First == a.PhraseLast + 2 && s.Form(a.PhraseLast + 1) is "(" && b.Last + 1 < s.Count && s.Form(b.Last + 1) is ")"
        && b.First == b.Last && s.Form(b.First).Length <= 10 && !s.Form(b.First).ContainsAnyInRange('a', 'z') && s.Form(b.First).Length >= 2;

    private static bool IsApposed(ParsedSentence s, MentionDraft a, MentionDraft b)
    {
        if (!IsNameAndTitle(a, b) && !IsNameAndTitle(b, a)) return false;
        var head = s.Tokens[b.Head];
        if (head.Deprel == Deprel.Appos && head.Head >= a.First && head.Head <= a.PhraseLast) return true;
        // "NAME, [the] TITLE," where the parser saw something else
        return b.PhraseFirst == a.PhraseLast + 2 && s.Form(a.PhraseLast + 1) is ","
            && (b.PhraseLast + 1 >= s.Count || s.Tokens[b.PhraseLast + 1].Upos == Upos.PUNCT || b.UnknownName is not null)
            && head.Deprel is Deprel.Appos or Deprel.Parataxis or Deprel.Conj or Deprel.List or Deprel.Dep or Deprel.Nmod or Deprel.NmodDesc;
    }

    private static bool IsNameAndTitle(MentionDraft name, MentionDraft title) =>
        !name.IsPlural && !title.IsPlural && title.Unit is { IsNoun: true } && !title.IsNamed
        && name.Unit is { Kind: UnitKind.Unknown or UnitKind.Person };

    private static void Share(MentionDraft a, MentionDraft b, string basis)
    {
        var (known, other) = a.IsResolved ? (a, b) : (b, a);
        if (!known.IsResolved) return;
        if (!other.IsResolved)
        {
            if (other.Unit is { IsNoun: true } && other.WithOwner is not null && known.Actors is [var owner] && owner.Person is null)
                other.Actors = [other.WithOwner(owner)];
            else other.Actors = known.Actors;
            other.NeedsOwner = false;
            other.Basis = basis;
            other.Antecedent ??= known.Span;
        }
        else if (basis == "acronym")
        {
            return;
        }
        // The name learns its office, the office its person.
        var (name, title) = a.Unit is { IsNoun: true } ? (b, a) : (a, b);
        if (name.UnknownName is { } unknown && title.Actors is [var role])
        {
            ActorIdentity joined = role with { Name = unknown, Person = unknown };
            name.Actors = [joined];
            title.Actors = [joined];
            name.Basis = basis;
            name.NeedsOwner = title.NeedsOwner = false;
        }
        else if (name.Unit?.Kind == UnitKind.Person && name.Actors is [var person])
        {
            if (person.Role is null && title.Actors is [var office] && office.Country is not null)
                person = office with { Name = person.Name, Person = person.Person, ActorId = person.ActorId };
            name.Actors = [person];
            title.Actors = [person];
            title.NeedsOwner = false;
        }
    }
}
