using Demarche.Coding;

namespace Demarche.Cli.Evaluation;

/// <summary>A figure over sentences: true positives, gold and system counts.</summary>
public sealed record Figure(string Name, int Sentences, int True, int Gold, int System)
{
    public double Precision => System == 0 ? 0 : (double)True / System;

    public double Recall => Gold == 0 ? 0 : (double)True / Gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Counts agreement of sets, sentence by sentence.</summary>
    public static Figure Of(string name, IReadOnlyList<(HashSet<string> Gold, HashSet<string> System)> pairs) => new(
        name, pairs.Count, pairs.Sum(p => p.Gold.Count(p.System.Contains)), pairs.Sum(p => p.Gold.Count), pairs.Sum(p => p.System.Count));
}

/// <summary>
/// Scores coded events against gold sentences, each of which has one event marked: precision is therefore a lower bound. The same figures, by the
/// same rules, as the public scorer of the gold sets.
/// </summary>
public sealed class EventScores
{
    private readonly IReadOnlyList<(GoldSentence Gold, IReadOnlyList<EventMention> Events)> _rows;

    public EventScores(IReadOnlyList<(GoldSentence Gold, IReadOnlyList<EventMention> Events)> rows)
    {
        _rows = rows;
        var typed = rows.Where(r => r.Gold.Type is not null).ToList();
        if (typed.Count > 0) AddTypes(typed);
        var coded = rows.Where(r => r.Gold.GsrType is not null).ToList();
        if (coded.Count > 0) AddParties(coded);
        foreach (var (name, digits) in new[] { ("cameo full code", 4), ("cameo 3-digit", 3), ("cameo root", 2) }) AddCameo(name, digits);
        AddMain(typed, coded);
    }

    public List<Figure> Figures { get; } = [];

    public List<Figure> Classes { get; } = [];

    /// <summary>Mean F1 of the classes.</summary>
    public double Macro => Classes.Count == 0 ? 0 : Classes.Average(c => c.F1);

    /// <summary>Whether the most confident event of a sentence is right: name, right, sentences.</summary>
    public List<(string Name, int Right, int Of)> Main { get; } = [];

    /// <summary>How often a gold class was given a system class, where the right one was not found; "none" where nothing was.</summary>
    public Dictionary<(string Gold, string System), int> Confusion { get; } = [];

    /// <summary>The most confident event of those that have a class.</summary>
    public static EventMention? MainOf(IEnumerable<EventMention> events) => events.Where(e => EventClasses.Type(e) is not null).MaxBy(e => e.Confidence);

    private void AddTypes(List<(GoldSentence Gold, IReadOnlyList<EventMention> Events)> rows)
    {
        var pairs = rows.Select(r => (Gold: new HashSet<string> { r.Gold.Type! }, System: Types(r.Events))).ToList();
        Figures.Add(Figure.Of("plover type (15)", pairs));
        Figures.Add(Figure.Of("quad class", [.. pairs.Select(p => (
            p.Gold.Select(EventClasses.Quad).ToHashSet(), p.System.Select(EventClasses.Quad).ToHashSet()))]));
        foreach (var c in EventClasses.All)
            Classes.Add(Figure.Of(c, [.. pairs.Select(p => (Only(p.Gold, c), Only(p.System, c)))]));
        foreach (var (gold, system) in pairs)
        {
            var right = gold.First();
            if (system.Contains(right)) continue;
            foreach (var s in system.DefaultIfEmpty("none"))
                Confusion[(right, s)] = Confusion.GetValueOrDefault((right, s)) + 1;
        }
    }

    private void AddParties(List<(GoldSentence Gold, IReadOnlyList<EventMention> Events)> rows)
    {
        var triples = rows.Select(r => (Gold: GoldTriples(r.Gold), System: r.Events.Where(e => EventClasses.Type(e) is not null).Select(Triple).ToList())).ToList();
        Add("gsr type", t => t.Type);
        Add("source country", t => t.Source);
        Add("target country", t => t.Target);
        Add("country dyad", t => t.Source.Length > 0 && t.Target.Length > 0 ? $"{t.Source}>{t.Target}" : "");
        Add("country dyad + type", t => t.Source.Length > 0 && t.Target.Length > 0 ? $"{t.Source}>{t.Target}:{t.Type}" : "");

        void Add(string name, Func<(string Source, string Target, string Type), string> key) => Figures.Add(Figure.Of(
            name, [.. triples.Select(t => (Keys(t.Gold, key), Keys(t.System, key)))]));
    }

    private static HashSet<string> Keys(
        IEnumerable<(string Source, string Target, string Type)> triples, Func<(string Source, string Target, string Type), string> key) =>
        [.. triples.Select(key).Where(k => k.Length > 0)];

    private void AddCameo(string name, int digits)
    {
        var rows = _rows.Where(r => r.Gold.Cameo is not null).ToList();
        if (rows.Count == 0) return;
        Figures.Add(Figure.Of(name, [.. rows.Select(r => (
            new HashSet<string> { Cut(r.Gold.Cameo!, digits) }, r.Events.Select(e => Cut(e.Type.Cameo, digits)).Where(c => c.Length > 0).ToHashSet()))]));
    }

    private void AddMain(List<(GoldSentence Gold, IReadOnlyList<EventMention> Events)> typed, List<(GoldSentence Gold, IReadOnlyList<EventMention> Events)> coded)
    {
        if (typed.Count > 0)
            Main.Add(("main event, type", typed.Count(r => MainOf(r.Events) is { } e && EventClasses.Type(e) == r.Gold.Type), typed.Count));
        if (coded.Count > 0)
            Main.Add(("main event, dyad + type", coded.Count(r => MainOf(r.Events) is { } e && GoldTriples(r.Gold).Contains(Triple(e))), coded.Count));
    }

    /// <summary>Every source with every target; without targets, the sources with one another.</summary>
    private static List<(string Source, string Target, string Type)> GoldTriples(GoldSentence g)
    {
        var type = EventClasses.Type(g.GsrType!);
        var pairs = g.Targets.Count > 0
            ? g.Sources.SelectMany(s => g.Targets.Select(t => (s, t)))
            : g.Sources.SelectMany(a => g.Sources.Where(b => b != a).Select(b => (a, b)));
        var list = pairs.Select(p => (p.Item1, p.Item2, type)).ToList();
        return list.Count > 0 ? list : [.. g.Sources.Select(s => (s, "", type))];
    }

    private static (string Source, string Target, string Type) Triple(EventMention e) =>
        (EventClasses.Country(e.Source), EventClasses.Country(e.Target), EventClasses.Type(e)!);

    private static HashSet<string> Types(IEnumerable<EventMention> events) =>
        [.. events.Select(EventClasses.Type).OfType<string>()];

    private static HashSet<string> Only(HashSet<string> set, string member) => set.Contains(member) ? [member] : [];

    private static string Cut(string code, int digits) => code[..Math.Min(digits, code.Length)];
}
