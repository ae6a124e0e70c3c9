using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Actors;

/// <summary>Finds two persons at once in an office that says <c>holders: one</c>.</summary>
internal sealed class HolderCheck(ActorModel model, Holder[] holders, DiagnosticBag diagnostics)
{
    public void Run()
    {
        for (var i = 1; i < holders.Length; i++)
        {
            var (first, second) = (holders[i - 1], holders[i]);
            if (first.Actor != second.Actor || first.Office != second.Office || first.Person == second.Person || second.From >= first.To) continue;
            var office = model.Offices[second.Office];
            if (office.Properties.LastOrDefault(p => p.Key == "holders")?.Value != "one") continue;
            var (a, b) = (model.Actors[first.Person], model.Actors[second.Person]);
            diagnostics.Error(
                "KN026", b.At,
                $"{a.Name} and {b.Name} are {office.Name} of {model.Actors[first.Actor].Id} at the same time ({new DateRange(first.From, first.To)} and {new DateRange(second.From, second.To)})",
                "end the first range where the second begins");
        }
    }
}
