using System.Globalization;
using System.Text.Json;
using Demarche.Coding.Scoring;
using Demarche.Language;

namespace Demarche.Judging;

/// <summary>Scores coded events on the reports whose acts were all annotated.</summary>
internal static class ActList
{
    private sealed record Judged(string Report, CodedAct Event, double Confidence, string Frame, string Status, bool Measure, ActJudgement Judgement);

    /// <param name="list">References to the acts; see docs/evaluation.md.</param>
    /// <param name="events">What `demarche code --format jsonl` wrote of them, in any order.</param>
    public static int Run(string list, string events, string news)
    {
        if (!File.Exists(news))
        {
            Console.WriteLine($"skipped: {news} is not here, and the list holds references to it only");
            return 0;
        }
        var gold = GoldReport.ReadAll(list).ToDictionary(r => r.Id);
        var texts = Report.ReadAll(news).Where(r => gold.ContainsKey(r.Id)).ToDictionary(r => r.Id);
        var judged = new List<Judged>();
        foreach (var line in File.ReadLines(events))
        {
            using var json = JsonDocument.Parse(line);
            var e = json.RootElement;
            if (!texts.TryGetValue(e.GetProperty("document").GetString()!, out var report)) continue;
            var coded = Read(e, report);
            // Plain statements are no acts: nobody has judged them.
            if (coded.Class == EventClass.None) continue;
            judged.Add(new Judged(report.Id, coded, e.GetProperty("confidence").GetDouble(), e.GetProperty("frame").GetString()!, e.GetProperty("status").GetString()!,
                e.GetProperty("measure").ValueKind == JsonValueKind.Object, ActJudge.Judge(coded, gold[report.Id].Acts)));
        }
        Print(gold, judged);
        foreach (var j in judged.Where(j => !j.Judgement.IsRight).OrderBy(j => j.Report, StringComparer.Ordinal)) Miss(j, texts[j.Report]);
        return 0;
    }

    private static void Print(Dictionary<string, GoldReport> gold, List<Judged> judged)
    {
        var acts = gold.Values.SelectMany(r => r.Acts.Select(a => (r.Id, Act: a))).ToList();
        Console.WriteLine($"{gold.Count} reports, {acts.Count} acts, {judged.Count} events");
        Share("class", judged, j => j.Judgement.Class);
        Share("source", judged, j => j.Judgement.Source);
        Share("target", judged, j => j.Judgement.Target);
        Share("source, class and target", judged, j => j.Judgement.IsRight);
        Share("status, of those with the right class", judged.Where(j => j.Judgement.Class), j => j.Judgement.Act!.Status == j.Status);
        var told = judged.Where(j => j.Judgement.Class).Select(j => (j.Report, j.Judgement.Act!)).ToHashSet();
        var right = judged.Where(j => j.Judgement.IsRight).Select(j => (j.Report, j.Judgement.Act!)).ToHashSet();
        Share("acts found with their class", acts, told.Contains);
        Share("acts found with source, class and target", acts, right.Contains);
        foreach (var of in judged.GroupBy(j => j.Event.Class).OrderBy(g => g.Key))
            Share($"{of.Key.Name()}; of its {acts.Count(a => a.Act.Class == of.Key)} acts {right.Count(a => a.Item2.Class == of.Key)} found", of, j => j.Judgement.IsRight);
        foreach (var of in judged.GroupBy(j => (j.Event.Source is null ? "no source" : "source") + (j.Event.Target is null ? ", no target" : ", target")).OrderBy(g => g.Key, StringComparer.Ordinal))
            Share(of.Key, of, j => j.Judgement.IsRight);
        foreach (var of in judged.GroupBy(j => j.Status).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)) Share(of.Key, of, j => j.Judgement.IsRight);
        Share("measures", judged.Where(j => j.Measure), j => j.Judgement.IsRight);
        foreach (var bin in judged.GroupBy(j => Math.Min(9, (int)(j.Confidence * 10))).OrderBy(b => b.Key))
            Share(string.Create(CultureInfo.InvariantCulture, $"confidence {bin.Key / 10.0:F1}, mean {bin.Average(j => j.Confidence):F2}"), bin, j => j.Judgement.IsRight);
    }

    private static void Miss(Judged j, Report report)
    {
        var (of, g) = (j.Event, j.Judgement.Act);
        string Words(Span s) => report.Text[report.Utf16(s.Start)..report.Utf16(s.End)];
        string Party(CodedParty? p) => p is null ? "-" : $"{Words(p.Span)}={p.Country ?? p.Name}";
        string Gold(IReadOnlyList<GoldParty> all) => all.Count == 0 ? "-" : string.Join("; ", all.Select(p => $"{Words(p.Span)}={p.Code}"));
        Console.Error.WriteLine(report.Text.ReplaceLineEndings(" "));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {j.Report} coded {of.Class.Name()} '{Words(of.Trigger)}' {Party(of.Source)} > {Party(of.Target)} {j.Confidence:F2} {j.Frame}"));
        Console.Error.WriteLine(g is null ? "    no act" : $"    gold  {g.Class.Name()} '{Words(g.Trigger)}' {Gold(g.Sources)} > {Gold(g.Targets)}");
    }

    private static CodedAct Read(JsonElement e, Report report)
    {
        var trigger = e.GetProperty("trigger");
        var at = SpanOf(trigger);
        var words = e.GetProperty("text").GetString()!;
        var from = report.Text.LastIndexOf(words, Math.Min(report.Text.Length - 1, report.Utf16(at.Start) + words.Length), StringComparison.Ordinal);
        while (from > report.Utf16(at.Start)) from = from == 0 ? -1 : report.Text.LastIndexOf(words, from - 1 + words.Length - 1, StringComparison.Ordinal);
        var start = report.CodePoints(Math.Max(0, from));
        return new CodedAct(EventClasses.OfPlover(Plover(e)), at, new Span(start, from < 0 ? at.End : report.CodePoints(from + words.Length)), Party(e, "source"), Party(e, "target"));
    }

    private static string? Plover(JsonElement e) =>
        e.GetProperty("event").TryGetProperty("plover", out var plover) && plover.ValueKind == JsonValueKind.Object ? plover.GetProperty("type").GetString() : null;

    private static CodedParty? Party(JsonElement e, string role) =>
        e.GetProperty(role) is { ValueKind: JsonValueKind.Object } p ? new CodedParty(SpanOf(p), p.GetProperty("name").GetString()!, p.GetProperty("country").GetString()) { Cameo = p.GetProperty("cameo").GetString() } : null;

    private static Span SpanOf(JsonElement e) => new(e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32());

    private static void Share<T>(string what, IEnumerable<T> rows, Func<T, bool> right)
    {
        var all = rows.ToList();
        var n = all.Count(right);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(all.Count == 0 ? 0 : (double)n / all.Count):F3}  {n}/{all.Count}  {what}"));
    }
}
