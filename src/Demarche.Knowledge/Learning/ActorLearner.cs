using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Learning;

/// <summary>
/// Proposes persons, roles and further names from a corpus: what its texts say and the knowledge does not hold. What it proposes is for a
/// person to review. The order of the documents does not matter beyond the choice of evidence.
/// </summary>
public sealed class ActorLearner(ActorTable actors)
{
    private readonly OfficeScanner _scanner = new(actors);
    private readonly Dictionary<(int Body, int Office, string Name), Candidate> _candidates = [];
    private readonly Dictionary<int, bool> _single = [];

    /// <summary>How many times a holder of an office was named, known ones included.</summary>
    public int Sightings { get; private set; }

    public int Known { get; private set; }

    /// <summary>Sightings on a day on which the knowledge has another person in the office: mostly former holders.</summary>
    public int Contested { get; private set; }

    public void Read(string document, string text, DateOnly date)
    {
        foreach (var s in _scanner.Scan(document, text, date.DayNumber))
        {
            Sightings++;
            if (PersonOf(s.Name) is { } person && Holds(person, s.Body, s.Day))
            {
                Known++;
                continue;
            }
            if (Incumbent(s.Body, s.Office, s.Day) is { } other && !SharesSurname(other, s.Name))
            {
                Contested++;
                continue;
            }
            var key = (s.Body, s.Office, Fold(s.Name));
            if (!_candidates.TryGetValue(key, out var candidate)) _candidates[key] = candidate = new Candidate(s.Body, s.Office);
            candidate.Add(s);
        }
    }

    /// <summary>Candidates seen often enough, by state, office and first day.</summary>
    public IReadOnlyList<Proposal> Proposals(int least) =>
    [
        .. _candidates.Values.Where(c => c.Count >= least).Select(Propose)
            .OrderBy(p => actors[p.Candidate.Body].Id, StringComparer.Ordinal)
            .ThenBy(p => actors.Office(p.Candidate.Office).Id, StringComparer.Ordinal)
            .ThenBy(p => p.Candidate.First).ThenBy(p => p.Candidate.Name, StringComparer.Ordinal),
    ];

    private Proposal Propose(Candidate c)
    {
        if (PersonOf(c.Name) is { } known) return new Proposal(ProposalKind.Role, c, actors[known]);
        return Incumbent(c.Body, c.Office, c.First) is { } holder && SharesSurname(holder, c.Name)
            ? new Proposal(ProposalKind.Name, c, actors[holder])
            : new Proposal(ProposalKind.Person, c, null);
    }

    private int? PersonOf(string name)
    {
        foreach (var s in actors.Lexicon.Exact(name))
            if (s.Kind == SenseKind.Name && actors[s.Entry].Kind == ActorKind.Person) return s.Entry;
        return null;
    }

    private bool Holds(int person, int body, int day)
    {
        foreach (var f in actors[person].Facts)
            if (f.Kind == FactKind.Role && f.Value == body && f.HoldsOn(day)) return true;
        return false;
    }

    private int? Incumbent(int body, int office, int day)
    {
        if (!IsSingle(office)) return null;
        foreach (var h in actors.Holders(body, office))
            if (h.HoldsOn(day)) return h.Person;
        return null;
    }

    // An office is one person's where no two known holders anywhere overlap in it.
    private bool IsSingle(int office)
    {
        if (_single.TryGetValue(office, out var single)) return single;
        single = true;
        for (var a = 0; a < actors.Count && single; a++)
        {
            var end = int.MinValue;
            foreach (var h in actors.Holders(a, office))
            {
                if (h.From < end) single = false;
                end = Math.Max(end, h.To);
            }
        }
        return _single[office] = single;
    }

    private bool SharesSurname(int person, string name) =>
        NameWords.Of(actors[person].Name) is { Count: > 0 } a && NameWords.Of(name) is { Count: > 0 } b && a[^1].Hash == b[^1].Hash;

    private static string Fold(string name) => string.Join(' ', NameWords.Of(name).Select(w => w.Hash.ToString("x", System.Globalization.CultureInfo.InvariantCulture)));
}
