using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Actors;

/// <summary>Finds actors that are, over some steps, parts of themselves.</summary>
internal sealed class CycleCheck(ActorModel model, List<ActorRow> rows, List<ActorFact> facts, DiagnosticBag diagnostics)
{
    public void Run()
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var at = i;
            for (var steps = 0; steps <= rows.Count && at >= 0; steps++)
            {
                at = Whole(at);
                if (at != i) continue;
                diagnostics.Error(
                    "KN027", model.Actors[i].At, $"'{model.Actors[i].Id}' is a part of itself, over {steps + 1} step{(steps == 0 ? "" : "s")} of part-of or country",
                    "take one of these properties out");
                break;
            }
        }
    }

    private int Whole(int actor)
    {
        foreach (var f in facts.GetRange(rows[actor].FirstFact, rows[actor].Facts))
            if (f.Kind is FactKind.PartOf or FactKind.Country) return f.Value;
        return -1;
    }
}
