using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Actors;

/// <summary>Finds two persons at once in an office that says <c>holders: one</c>, and offices that say neither <c>one</c> nor <c>many</c>.</summary>
internal sealed class HolderCheck(ActorModel model, Holder[] holders, DiagnosticBag diagnostics)
{
    public const string Property = "holders";
    public const string Many = "many";
    private const string One = "one";

    public void Run()
    {
        foreach (var p in model.Offices.SelectMany(o => o.Properties))
            if (p.Key == Property && p.Value is not (One or Many)) diagnostics.Error("KN032", p.ValueAt, $"'{p.Value}' is no number of holders", $"write {One} or {Many}, or leave it out");
        for (var i = 1; i < holders.Length; i++)
        {
            var (first, second) = (holders[i - 1], holders[i]);
            if (first.Actor != second.Actor || first.Office != second.Office || first.Person == second.Person || second.From >= first.To) continue;
            var office = model.Offices[second.Office];
            if (office.Properties.LastOrDefault(p => p.Key == Property)?.Value != One) continue;
            var (a, b) = (model.Actors[first.Person], model.Actors[second.Person]);
            diagnostics.Error(
                "KN026", b.At,
                $"{a.Name} and {b.Name} are {office.Name} of {model.Actors[first.Actor].Id} at the same time ({new DateRange(first.From, first.To)} and {new DateRange(second.From, second.To)})",
                "end the first range where the second begins");
        }
    }
}
