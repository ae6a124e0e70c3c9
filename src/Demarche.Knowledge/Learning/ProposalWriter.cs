using System.Globalization;
using System.Text;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;

namespace Demarche.Knowledge.Learning;

/// <summary>Writes proposals as overlay text: entries to keep, edit or delete, each with its count, days and evidence in a comment.</summary>
public static class ProposalWriter
{
    public static string Write(IReadOnlyList<Proposal> proposals, ActorTable actors)
    {
        var text = new StringBuilder();
        text.Append("# Proposed by `demarche knowledge learn`. Review each entry: keep it, mend it or delete it.\n");
        text.Append("# A range runs from the first day seen to the day after the last: who held the office longer needs the true dates.\n");
        var people = proposals.GroupBy(p => p.Person?.Id ?? NewId(p.Candidate.Name, actors[p.Candidate.Body].Id, actors), StringComparer.Ordinal);
        foreach (var same in people)
        {
            text.Append('\n');
            foreach (var p in same) text.Append($"# {Comment(p, actors)}\n");
            var first = same.First();
            text.Append($"person {same.Key} \"{first.Person?.Name ?? first.Candidate.Name}\"\n");
            var names = same.Where(p => p.Kind != ProposalKind.Role).Select(p => p.Candidate.Name).Distinct(StringComparer.Ordinal);
            if (names.Any()) text.Append($"  names: {string.Join(" | ", names)}\n");
            if (first.Person is null) text.Append($"  country: {actors[first.Candidate.Body].Id}\n");
            foreach (var role in Roles(same.Where(p => p.Kind != ProposalKind.Name), actors)) text.Append($"  role {role}\n");
        }
        return text.ToString();
    }

    private static IEnumerable<string> Roles(IEnumerable<Proposal> proposals, ActorTable actors) =>
        proposals.GroupBy(p => (p.Candidate.Body, p.Candidate.Office)).Select(g => string.Create(
            CultureInfo.InvariantCulture,
            $"{actors[g.Key.Body].Id} {actors.Office(g.Key.Office).Id} {Day(g.Min(p => p.Candidate.First))}..{Day(g.Max(p => p.Candidate.Last) + 1)}"));

    private static string Comment(Proposal p, ActorTable actors)
    {
        var c = p.Candidate;
        var times = c.Count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{c.Count} times");
        return $"{p.Kind.ToString().ToLowerInvariant()}: {c.Name}, {actors.Office(c.Office).Name} of {actors[c.Body].Name}, {times}, {Day(c.First)} to {Day(c.Last)}; see {string.Join(' ', c.Evidence)}";
    }

    private static string NewId(string name, string state, ActorTable actors)
    {
        var id = new StringBuilder();
        foreach (var c in name)
        {
            var folded = Letters.Fold(c);
            if (char.IsAsciiLetterOrDigit(folded)) id.Append(folded);
            else if (!Letters.IsIgnored(c) && id.Length > 0 && id[^1] != '-') id.Append('-');
        }
        var plain = id.ToString().Trim('-');
        return actors.Find(plain) is null ? plain : $"{plain}-{state.ToLowerInvariant()}";
    }

    private static string Day(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
