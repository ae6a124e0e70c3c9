namespace Demarche.Knowledge.Learning;

/// <summary>All sightings of one name in one office.</summary>
public sealed class Candidate(int body, int office)
{
    private const int EvidenceKept = 3;

    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
    private readonly List<string> _evidence = [];

    public int Body => body;

    public int Office => office;

    public int Count { get; private set; }

    /// <summary>Day number of the first sighting, and <see cref="Last"/> of the last.</summary>
    public int First { get; private set; } = int.MaxValue;

    public int Last { get; private set; } = int.MinValue;

    /// <summary>Ids of the first documents that say so, in order of reading.</summary>
    public IReadOnlyList<string> Evidence => _evidence;

    /// <summary>The name as it is written most often; of equals the first in order.</summary>
    public string Name => _forms.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).First().Key;

    public void Add(OfficeSighting sighting)
    {
        Count++;
        First = Math.Min(First, sighting.Day);
        Last = Math.Max(Last, sighting.Day);
        _forms[sighting.Name] = _forms.GetValueOrDefault(sighting.Name) + 1;
        if (_evidence.Count < EvidenceKept && !_evidence.Contains(sighting.Document)) _evidence.Add(sighting.Document);
    }
}
