using System.Security.Cryptography;
using System.Text;
using Demarche.Knowledge;
using Demarche.Knowledge.Frames;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>Turns candidates into event mentions: every source with every target once, both ways where the act is mutual.</summary>
internal sealed class EventWriter(FrameTable frames, Document document, Circumstances circumstances)
{
    private const int MostParties = 6;

    public void Write(ParsedSentence s, EventCandidate e, List<EventMention> into)
    {
        var sources = Parties(e.Sources);
        var targets = Parties(e.Targets);
        DropTellers(e, sources, targets);
        if (e.Symmetric && targets.Count == 0)
        {
            for (var i = 0; i < sources.Count; i++)
                for (var j = 0; j < sources.Count; j++)
                    if (i != j) into.Add(Make(s, e, sources[i], sources[j]));
            if (sources.Count == 1) into.Add(Make(s, e, sources[0], null));
            return;
        }
        foreach (var a in sources.Count > 0 ? sources : [null!])
        {
            foreach (var b in targets.Count > 0 ? targets : [null!])
            {
                if (a is not null && b is not null && a.Span == b.Span && a.Actor.Name == b.Actor.Name) continue;
                into.Add(Make(s, e, a, b));
                if (e.Symmetric && a is not null && b is not null) into.Add(Make(s, e, b, a));
            }
        }
    }

    // "may hold talks, the agency reported", "told the agency": the medium that tells of an act, or is told of it, is no party to it.
    private void DropTellers(EventCandidate e, List<EventParty> sources, List<EventParty> targets)
    {
        if (!sources.Exists(IsMedium) && !targets.Exists(IsMedium)) return;
        List<EventParty> all = [.. sources, .. targets];
        var dropped = all.Where(p => IsMedium(p) && circumstances.Claims.Any(c => c.Content.Contains(e.TriggerSpan) && !c.Content.Contains(p.Span) && Holds(c, p))).ToHashSet();
        if (dropped.Count == 0 || all.TrueForAll(dropped.Contains)) return;
        sources.RemoveAll(dropped.Contains);
        targets.RemoveAll(dropped.Contains);
    }

    private static bool IsMedium(EventParty p) => p.Actor.Sectors.Contains("MED");

    // Its source, or what stands right beside its cue.
    private static bool Holds(Claim c, EventParty p) => c.Source is { } source && source.Overlaps(p.Span) || c.Cue is { } cue && p.Span.Start >= cue.End && p.Span.Start - cue.End <= 3;

    private static List<EventParty> Parties(List<ActorMention> mentions)
    {
        var parties = new List<EventParty>();
        foreach (var m in mentions)
            foreach (var a in m.Actors)
                if (parties.Count < MostParties && !parties.Exists(p => p.Actor.Equals(a))) parties.Add(new EventParty(m.Span, a));
        return parties;
    }

    private EventMention Make(ParsedSentence s, EventCandidate e, EventParty? source, EventParty? target)
    {
        var code = frames.Cameo.FindOrBroader(e.Code) ?? frames.Cameo.Find("010")!;
        var type = e.PloverType ?? code.PloverType;
        var made = new EventMention
        {
            Id = IdOf(document.Id, e.TriggerSpan, code.Code, source?.Actor, target?.Actor),
            Sentence = s.Index,
            SentenceSpan = s.Span,
            Source = source,
            Target = target,
            Type = new EventType(code.Code, code.Label, type is null ? null : new PloverType(type, e.PloverMode ?? code.Mode, code.Contexts), code.Quad, code.Goldstein),
            Trigger = e.TriggerSpan,
            Measure = e.Measure is null ? null : Measure(s, e),
            Status = e.Status,
            Confidence = Math.Round(e.Judged is { } judged ? Math.Clamp(judged, 0.01, 0.99) : Math.Clamp(e.Confidence, 0.01, 0.99), 3),
            ClassConfidence = e.Calibrated ?? 1,
            Frame = e.FrameId,
        };
        return circumstances.With(s, e, made);
    }

    private static MeasureDetail Measure(ParsedSentence s, EventCandidate e)
    {
        var count = e.Measure switch
        {
            "diplomats_expelled" or "staff_withdrawn" or "troops_deployed" or "troops_withdrawn" or "accreditation_withdrawn" =>
                e.Counted < 0 ? null : CountReading.Of(s, e.Counted, e.Measure == "diplomats_expelled"),
            "aid_granted" => Money(s, e),
            "arms_supplied" => Money(s, e) ?? (e.Counted < 0 ? null : CountReading.Of(s, e.Counted, false)),
            _ => null,
        };
        var ranked = IsOfPersons(e) ? e.Counted : -1;
        return new MeasureDetail(e.Measure!, count?.Value) { Range = count?.Range, CountSpan = count?.Span, Response = e.Response, Rank = RankReading.Of(s, ranked), Post = RankReading.Post(s, ranked) };
    }

    private static CountFinding? Money(ParsedSentence s, EventCandidate e) =>
        CountReading.Money(s, Math.Min(e.Anchor, e.Trigger) - 8, Math.Max(e.Anchor, e.Trigger) + 14);

    // Envoys and staff: whose rank and post a measure has.
    private static bool IsOfPersons(EventCandidate e) =>
        e.Measure is "diplomats_expelled" or "staff_withdrawn" or "accreditation_withdrawn" || e.Measure?.StartsWith("ambassador_", StringComparison.Ordinal) == true;

    private static string IdOf(string document, Span trigger, string code, ActorIdentity? source, ActorIdentity? target)
    {
        var key = $"{document}|{trigger.Start}|{trigger.End}|{code}|{source?.Name}|{source?.Cameo}|{target?.Name}|{target?.Cameo}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8));
    }
}
