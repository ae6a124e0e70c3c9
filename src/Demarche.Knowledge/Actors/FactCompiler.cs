using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Actors;

/// <summary>Turns the properties of actors into dated facts, and says what refers to nothing or contradicts itself.</summary>
internal sealed class FactCompiler(ActorModel model, StringPoolBuilder strings, DiagnosticBag diagnostics)
{
    public List<ActorFact> FactsOf(ActorEntry entry)
    {
        var facts = new List<ActorFact>();
        // What a higher layer says of the same thing counts first.
        foreach (var p in entry.Properties.AsEnumerable().Reverse().Where(p => p.Key is "sectors" or "country" or "part-of" or "exists"))
            AddDated(p, facts);
        foreach (var p in entry.Properties)
        {
            if (p.Key == "role") AddRole(p, facts);
            else if (p.Key is "members") AddAll(p, FactKind.Member, facts);
            else if (p.Key is "borders") AddAll(p, FactKind.Border, facts);
        }
        ReportOverlaps(entry, facts);
        return facts;
    }

    /// <summary>Sectors joined by blanks, each of them known.</summary>
    public string SectorsOf(TextProperty property)
    {
        foreach (var (word, at) in property.Words())
        {
            if (!Sectors.IsKnown(word))
                diagnostics.Error("KN025", at, $"'{word}' is no sector of PLOVER or CAMEO", $"use one of {string.Join(' ', Sectors.All)}");
        }
        return string.Join(' ', property.Words().Select(w => w.Text));
    }

    private void AddDated(TextProperty p, List<ActorFact> facts)
    {
        switch (p.Key)
        {
            case "sectors":
                facts.Add(new ActorFact(FactKind.Sectors, p.Range.From, p.Range.To, strings.Add(SectorsOf(p)), 0));
                break;
            case "exists":
                if (DateRange.TryParse(p.Value, out var range)) facts.Add(new ActorFact(FactKind.Exists, range.From, range.To, 0, 0));
                else diagnostics.Error("KN014", p.ValueAt, $"'{p.Value}' is no range of dates", "write FROM..TO: 1991-12-26..");
                break;
            default:
                if (Reference(p.Value, p.ValueAt) is { } other)
                    facts.Add(new ActorFact(p.Key == "country" ? FactKind.Country : FactKind.PartOf, p.Range.From, p.Range.To, other.Index, 0));
                break;
        }
    }

    private void AddAll(TextProperty p, FactKind kind, List<ActorFact> facts)
    {
        foreach (var (id, at) in p.Words())
            if (Reference(id, at) is { } other) facts.Add(new ActorFact(kind, p.Range.From, p.Range.To, other.Index, 0));
    }

    private void AddRole(TextProperty p, List<ActorFact> facts)
    {
        var words = p.Words().ToList();
        if (words.Count is < 2 or > 3)
        {
            diagnostics.Error("KN031", p.At, "a role needs an actor, an office and, if known, a range", "write: role RUS foreign-minister 2004-03-09..");
            return;
        }
        var range = DateRange.Always;
        if (words.Count == 3 && !DateRange.TryParse(words[2].Text, out range))
        {
            diagnostics.Error("KN014", words[2].At, $"'{words[2].Text}' is no range of dates", "write FROM..TO, TO being later than FROM: 2004-03-09..2012");
            return;
        }
        var actor = Reference(words[0].Text, words[0].At);
        var office = model.Office(words[1].Text);
        if (office is null)
            diagnostics.Error("KN024", words[1].At, $"there is no office '{words[1].Text}'", "enter it: office " + words[1].Text + " \"…\" with its titles, or correct the id");
        if (actor is not null && office is not null)
            facts.Add(new ActorFact(FactKind.Role, range.From, range.To, actor.Index, office.Index));
    }

    private ActorEntry? Reference(string id, SourcePosition at)
    {
        var found = model.Actor(id);
        if (found is null) diagnostics.Error("KN023", at, $"there is no actor '{id}'", "enter it, or correct the id (states have ISO 3166 alpha-3 codes)");
        return found;
    }

    private void ReportOverlaps(ActorEntry entry, List<ActorFact> facts)
    {
        var roles = facts.Where(f => f.Kind == FactKind.Role).ToList();
        for (var i = 0; i < roles.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (roles[i].Value != roles[j].Value || roles[i].Other != roles[j].Other || !roles[i].Range.Overlaps(roles[j].Range)) continue;
                diagnostics.Error(
                    "KN026", entry.At, $"{entry.Name} holds the same office twice at once ({roles[j].Range} and {roles[i].Range})",
                    "end the first range where the second begins");
            }
        }
    }
}
