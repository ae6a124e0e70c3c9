using System.Globalization;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Formats.Ledger;
using Demarche.Ledger;
using Spectre.Console;

namespace Demarche.Cli.LedgerViews;

/// <summary>Events and measures as people read them in a list.</summary>
internal static class EventLines
{
    public static Table Events(IEnumerable<LedgerEvent> events)
    {
        var table = Headed("day", "who", "whom", "act", "status", "sources", "sure", "event");
        foreach (var e in events)
            table.AddRow(Cell(Day(e)), Cell(Party(e.Source)), Cell(Party(e.Target)), Cell(Act(e)), Cell(e.Status.Name()), Cell(Sources(e)), Cell(Sure(e.Confidence)), Cell(e.Id));
        return table;
    }

    public static Table Measures(IEnumerable<LedgerMeasure> measures)
    {
        var table = Headed("day", "sender", "target", "measure", "stage", "lifted", "answers", "sure", "event");
        foreach (var m in measures)
            table.AddRow(Cell(Day(m.Event)), Cell(Party(m.Event.Source)), Cell(Party(m.Event.Target)), Cell(Act(m.Event)), Cell(m.Stage.Name().Replace('_', ' ')), Cell(Iso(m.Lifted)),
                Cell(m.Answers is not null ? "yes" : m.AnsweredBy.IsEmpty ? "" : "answered"), Cell(Sure(m.Event.Confidence)), Cell(m.Event.Id));
        return table;
    }

    /// <summary>"161 diplomats expelled (8)" or the label of the code.</summary>
    public static string Act(LedgerEvent e)
    {
        if (e.MeasureKind is null) return $"{e.Type.Cameo} {e.Type.Label}";
        var count = e.Count is { } n ? string.Create(CultureInfo.InvariantCulture, $" ({n})")
            : e.Range is { } r ? string.Create(CultureInfo.InvariantCulture, $" ({r.Low}–{r.High})") : "";
        return e.MeasureKind.Replace('_', ' ') + count;
    }

    public static string Party(LedgerParty? party) => party is null ? "?" : party.Name == party.Code || party.Country is null ? party.Name : $"{party.Name} ({party.Code})";

    public static string Day(LedgerEvent e) => e.Day is { } day
        ? e.Precision switch
        {
            DatePrecision.Year => day.ToString("yyyy", CultureInfo.InvariantCulture),
            DatePrecision.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => Iso(day),
        }
        : "?";

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Sure(double confidence) => confidence.ToString(".00", CultureInfo.InvariantCulture);

    public static Table Headed(params string[] heads)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in heads) table.AddColumn(new TableColumn(new Text(head)) { NoWrap = head is "day" or "event" or "sure" or "since" or "status" or "evidence" or "lifted" or "stage" });
        return table;
    }

    public static Text Cell(string text) => new(text);

    private static string Sources(LedgerEvent e) => e.Publishers.Length switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{e.Reports} reports"),
        1 => e.Publishers[0],
        _ => string.Create(CultureInfo.InvariantCulture, $"{e.Publishers[0]} +{e.Publishers.Length - 1}"),
    };
}
