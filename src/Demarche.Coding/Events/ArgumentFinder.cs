using Demarche.Coding.Mentions;
using Demarche.Knowledge.Frames;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>Lays out the arguments of a trigger in deep roles: voice undone, subjects shared and controlled, support verbs joined in.</summary>
internal sealed class ArgumentFinder(FrameTable frames, MentionTable mentions)
{
    private readonly List<Argument> _found = [];

    /// <summary>The arguments of the last trigger asked for; they hold until the next call.</summary>
    public List<Argument> Of(ParsedSentence s, int trigger)
    {
        _found.Clear();
        if (s.Tokens[trigger].Upos is Upos.NOUN or Upos.PROPN && s.Child(trigger, Deprel.Nsubj) < 0) Noun(s, trigger);
        else Clause(s, trigger);
        return _found;
    }

    /// <summary>The support verb of a nominal event ("held" of "held talks"), or -1, with the status it lends.</summary>
    public int SupportOf(ParsedSentence s, int noun, out string? status)
    {
        status = null;
        var n = noun;
        for (var steps = 0; steps < 3 && s.Tokens[n].Deprel == Deprel.Conj; steps++) n = s.Tokens[n].Head;
        var head = s.Tokens[n].Head;
        if (head < 0) return -1;
        if (s.Tokens[n].Deprel is Deprel.Obj or Deprel.NsubjPass && s.Tokens[head].Upos == Upos.VERB)
            status = frames.SupportStatus(s.Tokens[head].Lemma);
        else if (s.Tokens[n].Deprel == Deprel.Obl && ClauseReading.CaseOf(s, n) is "in" or "on" or "into" or "to" or "under")
            status = frames.SupportStatus(s.Tokens[head].Lemma + " " + ClauseReading.CaseOf(s, n).ToString());
        // "a series of attacks", "a round of talks"
        else if (s.Tokens[n].Deprel == Deprel.Nmod && s.Tokens[head].Lemma is "day" or "week" or "month" or "hour" or "series" or "round" or "wave" or "campaign" or "number" or "spate" or "act" or "string" or "start" or "end" or "right")
            return SupportOf(s, head, out status);
        return status is null ? -1 : head;
    }

    private void Clause(ParsedSentence s, int verb)
    {
        var passive = ClauseReading.IsPassive(s, verb);
        var seenSubject = false;
        foreach (var c in s.Children(verb))
        {
            switch (s.Tokens[c].Deprel)
            {
                case Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter:
                    seenSubject = true;
                    Add(passive ? Slots.Object : Slots.Subject, ClauseReading.SurfaceSubject(s, verb));
                    break;
                case Deprel.Obj:
                    Add(Slots.Object, c);
                    break;
                case Deprel.Iobj:
                    Add(Slots.Indirect, c);
                    break;
                case Deprel.Xcomp or Deprel.Ccomp:
                    Add(Slots.Complement, c);
                    break;
                case Deprel.Advcl when IsPrepositional(s, c):
                    Add(Slots.Complement, c);
                    break;
                case Deprel.Acl or Deprel.Csubj:
                    Add(Slots.Complement, c);
                    break;
                case Deprel.Obl or Deprel.OblAgent or Deprel.OblUnmarked or Deprel.Nmod:
                    Oblique(s, c, passive);
                    break;
                case Deprel.Advmod or Deprel.CompoundPrt:
                    Add(Slots.Adverb, c);
                    break;
                default:
                    break;
            }
        }
        if (!seenSubject && ClauseReading.SurfaceSubject(s, verb) is >= 0 and var shared)
            Add(passive ? Slots.Object : Slots.Subject, shared);
        if (s.Tokens[verb].Deprel == Deprel.AclRelcl && !Has(Slots.Object) && Has(Slots.Subject) && s.Tokens[verb].Head is var noun && !HasToken(noun))
            Add(Slots.Object, noun);
        if (s.Tokens[verb].Deprel == Deprel.Amod) Add(Slots.Object, s.Tokens[verb].Head);
        SharedObject(s, verb);
        for (var i = _found.Count - 1; i >= 0; i--)
            if (_found[i] is { Slot: Slots.Object or Slots.Subject } o) OfObject(s, o.Token);
    }

    private static bool IsPrepositional(ParsedSentence s, int clause)
    {
        foreach (var c in s.Children(clause))
            if (s.Tokens[c].Deprel is Deprel.Mark && s.Tokens[c].Lemma is "of" or "for" or "from" or "against" or "to" or "with" or "in") return true;
        return false;
    }

    private void Oblique(ParsedSentence s, int token, bool passive)
    {
        var preposition = ClauseReading.CaseOf(s, token);
        if (preposition.IsEmpty) Add(Slots.Bare, token);
        else if (preposition is "by" && passive) Add(Slots.Subject, token);
        else Add(Slots.OfPreposition(preposition.ToString()), token);
        OfObject(s, token);
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel == Deprel.Conj && ClauseReading.CaseOf(s, c) is { IsEmpty: false } other)
                Add(Slots.OfPreposition(other.ToString()), c);
    }

    // "condemned and rejected the plan"
    private void SharedObject(ParsedSentence s, int verb)
    {
        if (Has(Slots.Object)) return;
        foreach (var c in s.Children(verb))
        {
            if (s.Tokens[c].Deprel != Deprel.Conj || s.Tokens[c].Upos != Upos.VERB) continue;
            if (HasNear(s, c)) return;
            var shared = s.Child(c, Deprel.Obj);
            if (shared >= 0 && c == verb + 2) Add(Slots.Object, shared);
            return;
        }
    }

    private static bool HasNear(ParsedSentence s, int verb) => s.Child(verb, Deprel.Nsubj) >= 0;

    private void OfObject(ParsedSentence s, int noun)
    {
        foreach (var c in s.Children(noun))
        {
            if (s.Tokens[c].Deprel is Deprel.Nmod && ClauseReading.CaseOf(s, c) is { IsEmpty: false } p)
            {
                _found.Add(new Argument(Slots.OfPreposition(p.ToString()), c, false));
                // "tens of thousands of soldiers along the border": what the counted thing has, the number has.
                if (p is "of" && CountReading.IsNumber(s, noun) || s.Tokens[c].Lemma is "border" or "frontier") OfObject(s, c);
            }
        }
    }

    private void Noun(ParsedSentence s, int noun)
    {
        var support = SupportOf(s, noun, out _);
        if (support >= 0) SupportArguments(s, noun, support);
        foreach (var c in s.Children(noun))
        {
            switch (s.Tokens[c].Deprel)
            {
                case Deprel.NmodPoss:
                    Add(Slots.Possessor, c);
                    if (!Has(Slots.Subject)) Add(Slots.Subject, c);
                    break;
                case Deprel.Nmod or Deprel.Obl or Deprel.NmodDesc or Deprel.NmodUnmarked:
                    NounOblique(s, c);
                    break;
                case Deprel.Acl when s.Tokens[c].Xpos == Xpos.VBN:
                    foreach (var b in s.Children(c))
                        if (s.Tokens[b].Deprel is Deprel.OblAgent or Deprel.Obl && ClauseReading.CaseOf(s, b) is "by" && !Has(Slots.Subject)) Add(Slots.Subject, b);
                    break;
                case Deprel.Acl or Deprel.Ccomp or Deprel.Xcomp:
                    Add(Slots.Complement, c);
                    break;
                case Deprel.Compound or Deprel.Amod:
                    Add(Slots.Modifier, c);
                    break;
                default:
                    break;
            }
        }
        if (!Has(Slots.Subject)) DecreedBy(s, noun);
        Modifiers(s, noun);
        // "the attack killed", "talks began in Geneva": what the noun's own verb says of place and party.
        if (s.Tokens[noun].Deprel is Deprel.Nsubj && s.Tokens[noun].Head is >= 0 and var verb)
            foreach (var c in s.Children(verb))
                if (c != noun && s.Tokens[c].Deprel is Deprel.Obl && ClauseReading.CaseOf(s, c) is { IsEmpty: false } p)
                    _found.Add(new Argument(Slots.OfPreposition(p.ToString()), c, false));
        if (s.Tokens[noun].Deprel == Deprel.Conj && support < 0 && s.Tokens[noun].Head is >= 0 and var first)
            foreach (var c in s.Children(first))
                if (s.Tokens[c].Deprel == Deprel.NmodPoss && !Has(Slots.Subject)) Add(Slots.Subject, c);
    }

    private void SupportArguments(ParsedSentence s, int noun, int support)
    {
        var passive = ClauseReading.IsPassive(s, support);
        var subject = passive ? Agent(s, support) : ClauseReading.SurfaceSubject(s, support);
        // Who faces charges is charged.
        var undergoes = !passive && s.Tokens[support].Lemma is "face" or "undergo" or "suffer" or "endure";
        if (subject >= 0 && subject != noun) Add(undergoes ? Slots.Object : Slots.Subject, subject);
        foreach (var c in s.Children(support))
        {
            if (c == noun || s.Tokens[c].Deprel is not (Deprel.Obl or Deprel.Iobj or Deprel.Nmod)) continue;
            if (s.Tokens[c].Deprel == Deprel.Iobj) Add(Slots.Indirect, c);
            else if (ClauseReading.CaseOf(s, c) is { IsEmpty: false } p && !(passive && p is "by")) Add(Slots.OfPreposition(p.ToString()), c);
            else if (passive && ClauseReading.CaseOf(s, c).IsEmpty is false) continue;
            else Add(Slots.Bare, c);
        }
        foreach (var c in s.Children(support))
            if (s.Tokens[c].Deprel is Deprel.Advcl or Deprel.Xcomp && s.Tokens[c].Xpos == Xpos.VB) Add(Slots.Complement, c);
    }

    // "The expulsion of two aides - whom nobody knew - ordered by Norland angered them": after an aside the parser no longer sees whose participle it is.
    private void DecreedBy(ParsedSentence s, int noun)
    {
        if (s.Tokens[noun].Deprel is not (Deprel.Nsubj or Deprel.NsubjPass) || s.Tokens[noun].Head is not (>= 0 and var verb) || verb < noun) return;
        for (var t = noun + 3; t + 2 < verb; t++)
        {
            if (s.Tokens[t].Lemma is not ("decree" or "order" or "decide" or "announce" or "impose" or "declare") || s.Tokens[t].Xpos is not (Xpos.VBN or Xpos.VBD)) continue;
            if (s.Tokens[t - 1].Upos != Upos.PUNCT || s.Form(t + 1) is not "by") continue;
            for (var who = t + 2; who < verb; who++)
            {
                if (mentions.At(s.Index, who) is null) continue;
                Add(Slots.Subject, who);
                return;
            }
        }
    }

    private static int Agent(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel is Deprel.OblAgent || s.Tokens[c].Deprel == Deprel.Obl && ClauseReading.CaseOf(s, c) is "by") return c;
        return -1;
    }

    private void NounOblique(ParsedSentence s, int token)
    {
        var preposition = ClauseReading.CaseOf(s, token);
        switch (preposition)
        {
            case "of":
                Add(Slots.OfPreposition("of"), token);
                Add(Slots.Object, token);
                break;
            case "by":
                _found.RemoveAll(a => a.Slot == Slots.Subject && a.Token < token && s.Tokens[a.Token].Deprel == Deprel.NmodPoss);
                Add(Slots.Subject, token);
                break;
            case { IsEmpty: true }:
                Add(Slots.Bare, token);
                break;
            case "from" when IsOffice(s, token) && Has(Slots.OfPreposition("of")):
                _found.Add(new Argument(Slots.Object, token, false));
                break;
            default:
                Add(Slots.OfPreposition(preposition.ToString()), token);
                break;
        }
        foreach (var c in s.Children(token))
        {
            if (s.Tokens[c].Deprel is not Deprel.Nmod || ClauseReading.CaseOf(s, c) is not { IsEmpty: false } deeper || deeper is "of") continue;
            // "the expulsion of diplomats from the alliance's office": whose office it is, theirs they are.
            var owner = preposition is "of" && deeper is "from" && IsOffice(s, c);
            _found.Add(new Argument(owner ? Slots.Object : Slots.OfPreposition(deeper.ToString()), c, false));
        }
    }

    private static bool IsOffice(ParsedSentence s, int token) =>
        s.Tokens[token].Lemma is "embassy" or "Embassy" or "mission" or "office" or "consulate" or "Consulate" or "delegation" or "representation" or "legation" or "ministry" or "Ministry";

    // "Russian-Turkish talks": whatever relation the parser gave the words before the noun.
    private void Modifiers(ParsedSentence s, int noun)
    {
        for (var t = noun - 1; t >= 0 && noun - t <= 5; t--)
        {
            if (mentions.ModifierAt(s.Index, t) is not null)
            {
                if (!HasToken(t)) Add(Slots.Modifier, t);
                continue;
            }
            if (s.Tokens[t].Upos is not (Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.PUNCT or Upos.CCONJ)) break;
        }
    }

    private bool Has(int slot)
    {
        foreach (var a in _found)
            if (a.Slot == slot) return true;
        return false;
    }

    private bool HasToken(int token)
    {
        foreach (var a in _found)
            if (a.Token == token) return true;
        return false;
    }

    private void Add(int slot, int token)
    {
        if (token < 0) return;
        foreach (var a in _found)
            if (a.Slot == slot && a.Token == token) return;
        _found.Add(new Argument(slot, token, true));
    }
}
