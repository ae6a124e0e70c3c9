using Demarche.Coding;

namespace Demarche.Cli.Reading;

/// <summary>
/// One act as people read it: the record has an event for every source with every target, and both directions of what is mutual; on the
/// screen that is one line.
/// </summary>
internal sealed record ToldAct(IReadOnlyList<EventMention> Events, IReadOnlyList<EventParty> Sources, IReadOnlyList<EventParty> Targets)
{
    /// <summary>The event that stands for the act: its parties are the first of each side.</summary>
    public EventMention First => Events[0];

    /// <summary>Brings together the events of one trigger, in the order of their first.</summary>
    public static List<ToldAct> Of(IEnumerable<EventMention> events) =>
        [.. events.GroupBy(e => (e.Sentence, e.Trigger, e.Type.Cameo, e.Measure?.Kind, e.Status)).Select(g => Of([.. g]))];

    private static ToldAct Of(List<EventMention> events)
    {
        var sources = Distinct(events.Select(e => e.Source));
        var targets = Distinct(events.Select(e => e.Target));
        var isMutual = sources.Count > 1 && sources.Count == targets.Count && sources.All(s => targets.Any(t => t.Span == s.Span));
        if (!isMutual) return new ToldAct(events, sources, targets);
        sources.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return new ToldAct(events, [sources[0]], sources[1..]);
    }

    private static List<EventParty> Distinct(IEnumerable<EventParty?> parties) => [.. parties.OfType<EventParty>().DistinctBy(p => (p.Span, p.Actor.Name))];
}
