using Demarche.Coding.Status;
using Demarche.Knowledge.Claims;
using Demarche.Knowledge.Frames;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>
/// CAMEO's rule for what has not happened: a promised kindness is an intent (03), a promised harm a threat (13), a kindness refused a rejection (12).
/// </summary>
internal sealed class StatusStep(FrameTable frames, CueTable cues)
{
    private readonly StatusReading _reading = new(cues);

    public void Read(ParsedSentence s, EventCandidate e)
    {
        var tense = TenseReading.Of(s, e.Anchor);
        var root = e.Code[..2];
        // "if they do not leave": nobody has refused.
        if (tense.Negated && IsIf(s, e.Anchor))
        {
            e.Status = EventStatus.Hypothetical;
            e.StatusFixed = true;
            e.Confidence *= 0.6;
            e.Note("a condition");
            return;
        }
        if (tense.Negated && (tense.Future || tense.Unreal) && frames.Map("reject", e.Code) is { } rejected)
        {
            // "will not release them unless …" asks for what the condition names.
            if (Until(s, e.Anchor) && frames.Map("demand", e.Code) is { } demanded) rejected = demanded;
            Set(e, rejected, EventStatus.Denied, "refused");
            return;
        }
        if (tense.Negated)
        {
            e.Status = EventStatus.Denied;
            e.Confidence *= 0.6;
            e.Note("negated");
            return;
        }
        if (tense.Unreal && !e.StatusFixed)
        {
            e.Status = EventStatus.Hypothetical;
            e.Confidence *= 0.7;
            e.Note("only thought of");
            return;
        }
        if (tense.Future || e is { StatusFixed: true, Status: EventStatus.Announced } && e.Frame?.Kind == FrameKind.Act && !e.IsNominal && e.Anchor == e.Trigger)
        {
            // An offer is an intent as it stands.
            var intent = root == "03" ? null : frames.Map(string.CompareOrdinal(root, "09") < 0 ? "agree" : "threaten", e.Code);
            // An announced measure stays the measure that it is: its status says that it is to come.
            if (intent is not null && (e.Measure is null || string.CompareOrdinal(root, "09") < 0)) Set(e, intent, EventStatus.Announced, "to come");
            else if (!e.StatusFixed) e.Status = EventStatus.Announced;
        }
        else if (!e.StatusFixed && Conditional(s, e.Anchor))
        {
            e.Status = EventStatus.Hypothetical;
        }
    }

    /// <summary>
    /// What the words around a chosen event say of its reality, where neither its frame nor its tense did. It comes after the choice, which it does not bear on.
    /// </summary>
    public void Settle(ParsedSentence s, EventCandidate e)
    {
        if (e.StatusFixed || e.Status != EventStatus.Actual) return;
        // A proposal of the classifier has a class and no frame: its code says whether it asks, means, refuses or threatens.
        if (e.Frame is null && FrameMatcher.Told(e.Code) is not EventStatus.Actual and var told)
        {
            e.Status = told;
            e.Note($"{e.Code}: {told.ToString().ToLowerInvariant()}");
            return;
        }

        var found = _reading.Of(s, e.Anchor);
        if (found.Status == EventStatus.Actual) return;
        e.Status = found.Status;
        e.Note($"'{found.Reason}': {found.Status.ToString().ToLowerInvariant()}");
    }

    private static void Set(EventCandidate e, string code, EventStatus status, string why)
    {
        e.Note($"{why}: {e.Code} becomes {code}");
        e.Code = code;
        e.PloverType = e.PloverMode = null;
        if (e.StatusFixed) return;
        e.Status = status;
        e.StatusFixed = true;
    }

    private static bool Until(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel == Deprel.Advcl && s.Child(c, Deprel.Mark) is >= 0 and var mark && s.Tokens[mark].Lemma is "unless" or "until") return true;
        return false;
    }

    private static bool IsIf(ParsedSentence s, int verb) =>
        s.Tokens[verb].Deprel == Deprel.Advcl && s.Child(verb, Deprel.Mark) is >= 0 and var mark && s.Tokens[mark].Lemma is "if" or "unless" or "whether";

    private static bool Conditional(ParsedSentence s, int verb) =>
        s.Tokens[verb].Deprel == Deprel.Advcl && s.Child(verb, Deprel.Mark) is >= 0 and var mark && s.Tokens[mark].Lemma is "if" or "unless" or "whether" or "until" or "before";
}
