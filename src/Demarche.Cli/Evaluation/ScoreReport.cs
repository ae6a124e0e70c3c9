using System.Globalization;
using System.Text.Json;
using Demarche.Coding;
using Spectre.Console;

namespace Demarche.Cli.Evaluation;

/// <summary>Prints scores: the figures, the classes, what is taken for what, the worst cases, and one JSON line last.</summary>
internal sealed class ScoreReport(IAnsiConsole console)
{
    private const int Confusions = 12;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Figures(EventScores scores)
    {
        var table = Table("", "sentences", "right", "gold", "ours", "P", "R", "F1");
        foreach (var f in scores.Figures) table.AddRow([.. Row(f)]);
        console.Write(table);
        if (scores.Classes.Count == 0) return;
        var classes = Table("class", "gold", "ours", "P", "R", "F1");
        foreach (var c in scores.Classes) classes.AddRow([Cell(c.Name), Cell(c.Gold), Cell(c.System), Cell(c.Precision), Cell(c.Recall), Cell(c.F1)]);
        classes.AddRow([Cell("macro"), Cell(""), Cell(""), Cell(""), Cell(""), Cell(scores.Macro)]);
        console.Write(classes);
    }

    public void Confusion(EventScores scores)
    {
        if (scores.Confusion.Count == 0) return;
        var table = Table("missed", "given instead", "times");
        foreach (var ((gold, system), n) in scores.Confusion.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Gold, StringComparer.Ordinal).ThenBy(c => c.Key.System, StringComparer.Ordinal).Take(Confusions))
            table.AddRow([Cell(gold), Cell(system), Cell(n)]);
        console.Write(table);
    }

    /// <summary>The sentences where we were surest and wrong.</summary>
    public void Worst(IEnumerable<(GoldSentence Gold, IReadOnlyList<EventMention> Events)> rows, int count)
    {
        var wrong = rows
            .Where(r => r.Gold.Type is not null)
            .Select(r => (r.Gold, Main: EventScores.MainOf(r.Events)))
            .Where(r => r.Main is null || EventClasses.Type(r.Main) != r.Gold.Type)
            .OrderByDescending(r => r.Main?.Confidence ?? 0)
            .Take(count);
        foreach (var (gold, main) in wrong)
        {
            var ours = main is null
                ? "nothing"
                : string.Create(CultureInfo.InvariantCulture, $"{EventClasses.Type(main)} {main.Type.Cameo} by {main.Frame}, {Party(main.Source)} > {Party(main.Target)}, confidence {main.Confidence:F2}");
            console.Write(new Text($"{gold.Id}: {gold.Type} {gold.Cameo}, ours: {ours}\n", new Style(decoration: Decoration.Bold)));
            console.Write(new Padder(new Text(gold.Text, new Style(decoration: Decoration.Dim)), new Padding(4, 0, 0, 1)));
        }
    }

    /// <summary>All figures under the names of the public scorer, as one JSON line.</summary>
    public void Json(EventScores scores, double? falseAlarms)
    {
        var all = scores.Figures.ToDictionary(f => f.Name, f => Math.Round(f.F1, 4));
        if (scores.Classes.Count > 0) all["plover macro"] = Math.Round(scores.Macro, 4);
        foreach (var (name, right, of) in scores.Main) all[name.Replace(",", "", StringComparison.Ordinal)] = Math.Round((double)right / of, 4);
        if (falseAlarms is { } f) all["false alarms"] = Math.Round(f, 4);
        console.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(all, Relaxed));
    }

    public void Line(string text) => console.Write(new Text(text + "\n"));

    private static string Party(EventParty? party) => party is null ? "nobody" : EventClasses.Country(party) is { Length: > 0 } c ? c : party.Actor.Name;

    private static Table Table(params string[] heads)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (head, i) in heads.Select((h, i) => (h, i)))
            table.AddColumn(new TableColumn(new Text(head)) { Alignment = i == 0 || head == "given instead" ? Justify.Left : Justify.Right });
        return table;
    }

    private static IEnumerable<Text> Row(Figure f) =>
        [Cell(f.Name), Cell(f.Sentences), Cell(f.True), Cell(f.Gold), Cell(f.System), Cell(f.Precision), Cell(f.Recall), Cell(f.F1)];

    private static Text Cell(string text) => new(text);

    private static Text Cell(int n) => new(n.ToString(CultureInfo.InvariantCulture));

    private static Text Cell(double x) => new(x.ToString("F3", CultureInfo.InvariantCulture));
}
