using System.Globalization;
using Demarche.Ledger;
using Spectre.Console;

namespace Demarche.Cli.LedgerViews;

/// <summary>Exchanges drawn as a ladder: one side to the left, the other to the right, each answer a rung lower.</summary>
internal static class LadderView
{
    private const int Column = 44;

    public static IEnumerable<Markup> Of(ExchangeLadder ladder, string left)
    {
        var first = ladder.First;
        yield return Rung(first, left, "", "");
        foreach (var step in ladder.Steps)
        {
            var days = step.Provocation.Day is null ? "lag unknown" : string.Create(CultureInfo.InvariantCulture, $"{step.LagDays} {(step.LagDays == 1 ? "day" : "days")}");
            var how = step.Told ? "told" : "inferred";
            var proportion = step.Proportion is { } p ? string.Create(CultureInfo.InvariantCulture, $", {step.Response.Count} for {step.Provocation.Count} ({p:0.##})") : step.Mirror ? ", in kind" : "";
            yield return new Markup($"[dim]{new string(' ', 13)}└─ {days}, {how}{proportion}, sure {EventLines.Sure(step.Confidence)} ─┐[/]\n");
            yield return Rung(step.Response, left, "", "");
        }
        yield return new Markup("\n");
    }

    private static Markup Rung(LedgerEvent e, string left, string before, string after)
    {
        var own = e.Source?.Code == left;
        var text = $"{before}{e.Source?.Code ?? "?"} → {e.Target?.Code ?? "?"}: {EventLines.Act(e)}{after}";
        var indent = own ? "" : new string(' ', Column / 2);
        var sources = e.Publishers.IsEmpty ? "" : $", {string.Join(", ", e.Publishers.Take(2))}";
        return new Markup($"[dim]{EventLines.Day(e),-11}[/]{indent}[bold]{Markup.Escape(text)}[/] [dim]{e.Id}{Markup.Escape(sources)}[/]\n");
    }
}
