using Demarche.Ledger;
using Spectre.Console;

namespace Demarche.Cli.LedgerViews;

/// <summary>The state of a relation as a table; topics of which nothing is known are named in one line at its end.</summary>
internal static class StateView
{
    public static void Write(IAnsiConsole console, RelationState state)
    {
        console.Write(new Text($"{state.A} and {state.B} on {EventLines.Iso(state.At)}\n"));
        var table = EventLines.Headed("matter", "whose", "state", "since", "sure", "on record", "evidence");
        foreach (var line in state.Lines.Where(l => !l.IsUnknown))
            table.AddRow(
                EventLines.Cell(line.Topic.Replace('_', ' ')), EventLines.Cell(line.Actor is null ? "both" : $"{line.Actor} → {line.Toward}"),
                EventLines.Cell(line.State.Replace('_', ' ')), EventLines.Cell(EventLines.Iso(line.Since)), EventLines.Cell(EventLines.Sure(line.Confidence)),
                EventLines.Cell(line.Detail), EventLines.Cell(line.Evidence[0] + (line.Evidence.Length > 1 ? " …" : "")));
        if (table.Rows.Count > 0) console.Write(table);
        // A topic of which nothing is known on either side is named once.
        var unknown = state.Lines.Where(l => l.IsUnknown).GroupBy(l => l.Topic)
            .Select(g => g.Key.Replace('_', ' ') + (g.Count() == 2 || g.First().Actor is null ? "" : $" ({g.First().Actor} → {g.First().Toward})"));
        console.Write(new Text($"Unknown, since nothing is on record: {string.Join(", ", unknown)}.\n"));
    }
}
