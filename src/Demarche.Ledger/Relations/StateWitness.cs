using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Coding;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Ledger.Relations;

/// <summary>
/// How the report behind a measure tells it: whether its words name both parties where an actor and his counterpart stand, and tell the
/// measure as done rather than as feared, alleged, weighed or put off. Where they do not, the measure stays an event, but no state rests on it.
/// </summary>
/// <param name="Text">The document's text, to which the spans point.</param>
internal sealed partial record StateWitness(EventMention Mention, string Text)
{
    /// <param name="joint">Whether both sides do it together, as they sign a treaty.</param>
    public bool Bears(bool joint)
    {
        if (!Mention.Attribution.Asserted || SpeechTrigger().IsMatch(Mention.Trigger.Quote(Text)) || IsHedged()) return false;
        if (IsRegionRecognised()) return false;
        return Stands(Mention.Source, joint, acts: true) && Stands(Mention.Target, joint, acts: false) && !AreOneList(joint);
    }

    /// <summary>Who recognises a breakaway region does not recognise the country that it stands under.</summary>
    private bool IsRegionRecognised() =>
        Mention is { Measure.Kind: "recognition_granted" or "recognition_withdrawn", Target: { Actor: { ActorId: { } id, Person: null } actor } target }
        && actor.Sectors.IsDefaultOrEmpty && (id != actor.Country || !IsNameOf(actor.Name, target.Span.Quote(Text)));

    private string Before(Span span) => span.Start <= Mention.SentenceSpan.Start ? "" : Text[Mention.SentenceSpan.Start..span.Start];

    private string After(Span span) => span.End >= Mention.SentenceSpan.End ? "" : Text[span.End..Mention.SentenceSpan.End];

    /// <summary>"considers sending", "has ruled out sending", "is accused of sending", "would stop": within the clause before the trigger.</summary>
    private bool IsHedged()
    {
        var before = Before(Mention.Trigger);
        if (Hedge().IsMatch(before) || Condition().IsMatch(before) || Proviso().IsMatch(After(Mention.Trigger))) return true;
        if (Mention.Status != EventStatus.Actual) return false;
        // "to sign" is a purpose unless somebody begins, orders or decides it; "that were lifted" was done on another day.
        return Would().IsMatch(before) || (ToDo().IsMatch(before) && !DoneToDo().IsMatch(before))
            || (Mention.Date is null or { Basis: DateBasis.Document } && (ThatWas().IsMatch(before) || IsOfAnotherYear(before)));
    }

    /// <summary>"The Joint Declaration of 1984 signed by …" was not signed on the report's day.</summary>
    private bool IsOfAnotherYear(string before) =>
        Mention.Date is { } reported && Year().Match(before) is { Success: true } year && int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) < reported.Value.Year - 1;

    private bool Stands(EventParty? party, bool joint, bool acts)
    {
        if (party is null) return false;
        var words = party.Span.Quote(Text);
        if (!IsNamed(words)) return false;
        // What another sentence names and this one takes up ("it", "the country") stands where the words here put it.
        if (!Mention.SentenceSpan.Contains(party.Span)) return true;
        var before = Before(party.Span);
        if (IsOfATreaty(party.Actor, words, before, After(party.Span))) return false;
        if (joint && Mention.Place is { } place && place.Span.Overlaps(party.Span)) return false;
        if (AtPlace().IsMatch(before) && (joint || acts)) return false;
        if (AtEvent().IsMatch(before)) return false;
        if (joint && party.Span.End <= Mention.Trigger.Start && ToParty().IsMatch(before) && AndThen().IsMatch(Text[party.Span.End..Mention.Trigger.Start])) return false;
        if (!joint && JoinedBy().IsMatch(before) && InDoing().IsMatch(After(party.Span))) return false;
        if (acts && NoActor().IsMatch(before)) return false;
        if (!acts && Mention.Measure?.Kind == "troops_withdrawn" && (IntoParty().IsMatch(before) || BorderAfter().IsMatch(After(party.Span)))) return false;
        if (!acts && FromParty().IsMatch(before) && Mention.Measure?.Kind is "aid_granted" or "arms_supplied" or "troops_deployed") return false;
        if (party.Span.Start < Mention.Trigger.End) return true;
        var between = Text[Mention.Trigger.End..party.Span.Start];
        return !Reason().IsMatch(between) && !(joint && Aim().IsMatch(between));
    }

    /// <summary>A name, a pronoun or an office; not a thing or a crowd that the coder took for a country's ("the missile", "economic migrants").</summary>
    private static bool IsNamed(string words) => Name().IsMatch(words) || Office().IsMatch(words);

    /// <summary>The town of a treaty ("the Lisbon Treaty", "the Treaty of Rome") is no party to it; "the Iran deal" and "the France–Libya pact" name theirs.</summary>
    private static bool IsOfATreaty(ActorIdentity actor, string words, string before, string after)
    {
        if (actor.Person is not null || IsNameOf(actor.Name, words)) return false;
        return TreatyAfter().IsMatch(after) || TreatyBefore().IsMatch(before);
    }

    private static bool IsNameOf(string name, string words) =>
        words.Split(' ', '-', '.').Any(w => w.Length > 2 && char.IsUpper(w[0]) && name.StartsWith(w[..Math.Min(4, w.Length)], StringComparison.OrdinalIgnoreCase));

    /// <summary>"France, Spain and Italy recall …": of those who act together none is whom it is done to.</summary>
    private bool AreOneList(bool joint)
    {
        if (joint || Mention is not { Source: { } source, Target: { } target }) return false;
        var (first, second) = source.Span.Start < target.Span.Start ? (source.Span, target.Span) : (target.Span, source.Span);
        return first.End <= second.Start && second.End <= Mention.Trigger.Start && Mention.SentenceSpan.Contains(first) && List().IsMatch(Text[first.End..second.Start]);
    }

    [GeneratedRegex(@"^(suspect|accus|claim|alleg|say|said|think|believ|fear|want|hop|demand|ask|urg|call|request|den[iy]|reject|offer|propos|warn|threat|vow|consider|discuss)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeechTrigger();

    [GeneratedRegex(@"\b(alleg\w+|reportedly|unlikely|no longer|once|in the event|(?-i:set|due|yet) to|suggest\w*|deadline|ultimatum|initiatives?|promis\w+|accus(es|ed|ations?) |claims?|claimed|rumou?rs?|unconfirmed|suspect\w*|delay\w*|postpon\w+|backtrack\w*|rul(es|ed|ing) out|imped\w+|obstruct\w*|refus\w+|declin\w+|reject\w*|could|(?-i:may)|might|should|must|if|unless|whether|possib\w+|potential\w*|consider\w*|mull\w*|pursue\w*|offer(s|ed|ing)?|want\w*|wish\w*|seek\w*|sought|intend\w*|intention|bid|urg\w+|call(s|ed|ing)? (on|for|upon)|demand\w*|request\w*|ask(s|ed|ing)?|appeal\w*|warn\w*|vow\w*|threat\w+|fail\w*|attempt\w*|plot\w*|prevent\w*|block(s|ed|ing)? (plans?|moves?)|no (decision|timeline|plans?|date|intention)|without|instead of|rather than|not|in (return|exchange) for|ahead of|before|prior to)\b[^,;:]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hedge();

    [GeneratedRegex(@"\bwould\b[^,;:]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Would();

    [GeneratedRegex(@"^(If|Should|Once|Unless)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\bto(\s+\w+ly)?\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex ToDo();

    [GeneratedRegex(@"\b(begin\w*|began|begun|start\w*|continu\w*|order\w*|told|decid\w*|decision|agree\w*|vot\w+|mov\w+|manag\w+|forc\w+|complet\w+)\b[^;:]{0,80}\bto(\s+\w+ly)?\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DoneToDo();

    [GeneratedRegex(@"\b(that|which|who)\s+((was|were|had been|have been|has been|had)\s+)(\w+ly\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThatWas();

    // "it", or a capital that is not the article's
    [GeneratedRegex(@"^(it|he|she|they|them|who|which)$|\b(?!(A|An|The|Its|Their|His|Her|Some|Many|Several|Two|Three|Both|Five|Four)\b)\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(the|its|their|his|her|this|that|both|these|two|neighbou?ring)\b.*\b(government|countr(y|ies)|nations?|states?|president|minister|premier|chancellor|king|queen|army|military|navy|parliament|authorities|republic|kingdom|regime|administration|alliance|bloc|union|leader(s|ship)?|ministry|sides|neighbou?rs?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex(@"^( of \p{L}+)?\s+((on|for) \p{L}+\s+)?(Treaty|Protocol|Accords?|Agreements?|Convention|Pact|Declaration|Statute|Club|Charter|Process|Summit)\b", RegexOptions.CultureInvariant)]
    private static partial Regex TreatyAfter();

    [GeneratedRegex(@"\b(Treaty|Treaties|Protocol|Accords?|Agreements?|Convention|Pact|Declaration|Statute|Charter|Peace) of (the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex TreatyBefore();

    [GeneratedRegex(@"\b(in|at|near|outside)\s+(the |an? |\p{Lu}[\p{L}-]+,\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex AtPlace();

    [GeneratedRegex(@"\b(at|(session|meeting|summit|conference) of)\s+(the |an? )?$", RegexOptions.CultureInvariant)]
    private static partial Regex AtEvent();

    [GeneratedRegex(@"\b(19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    // What two agree to do to a third makes him no party.
    [GeneratedRegex(@"\bto (convince|persuade|press|pressure|push|deter|counter|fight|combat|defeat|isolate|punish|contain|stop)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aim();

    // "to cut ties with Taiwan and establish …": with him the other deed is done.
    [GeneratedRegex(@"\b(with|to|from|against)\s+(the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex ToParty();

    [GeneratedRegex(@"^\s*,?\s*and\s+(\w+ly\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex AndThen();

    // "joins the United States and Australia in halting …"
    [GeneratedRegex(@"\bjoin(s|ed|ing)?\b[^;:]*$", RegexOptions.CultureInvariant)]
    private static partial Regex JoinedBy();

    [GeneratedRegex(@"^[^;:]*\bin \p{Ll}+ing\b", RegexOptions.CultureInvariant)]
    private static partial Regex InDoing();

    [GeneratedRegex(@"^[\s–-]*(border|frontier)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BorderAfter();

    [GeneratedRegex(@"\b(if|unless|provided that|on condition)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Proviso();

    [GeneratedRegex(@"\b(to|into|toward|towards|against|from)\s+(the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex NoActor();

    [GeneratedRegex(@"\bfrom\s+(the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex FromParty();

    [GeneratedRegex(@"\b(in)?to\s+(the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex IntoParty();

    [GeneratedRegex(@"\b(in response to|in retaliation|in protest|after|following|because|due to|amid|since|until|for \p{Ll}+ing|despite|during)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reason();

    [GeneratedRegex(@"^('s)?(\s*,?\s*(and|or)?\s*(the\s+)?\p{Lu}[\p{L}.]*)*\s*(,|and|,\s*and)\s*(the\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex List();
}
