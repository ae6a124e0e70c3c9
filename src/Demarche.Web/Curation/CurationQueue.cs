using Demarche.Ledger;
using Demarche.Ledger.Corrections;

namespace Demarche.Web.Curation;

/// <summary>Which events are put before a person.</summary>
/// <param name="Second">True for those that somebody else has judged and this person has not, without telling how.</param>
public sealed record QueueFilter(string? Actor = null, string? Kind = null, bool MeasuresOnly = false, bool Second = false)
{
    public EventQuery Query => new()
    {
        Actor = Actor,
        Kinds = Kind is null ? [] : [Kind],
        MeasuresOnly = MeasuresOnly,
        Order = EventOrder.LeastCertainFirst,
    };
}

/// <summary>The events still to be judged, the least certain first, and the place of the one before the person.</summary>
public sealed class CurationQueue(ILedger ledger, QueueFilter filter, string author)
{
    private const int Ahead = 60;

    private readonly List<LedgerEvent> _events = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private bool _ended;

    public QueueFilter Filter => filter;

    public IReadOnlyList<LedgerEvent> Events => _events;

    public int At { get; private set; }

    public LedgerEvent? Current => At < _events.Count ? _events[At] : null;

    public long Reviewed { get; private set; }

    public long Total { get; private set; }

    /// <summary>Counts anew and fetches as many as are looked ahead.</summary>
    public void Fill()
    {
        var query = filter.Query;
        Total = ledger.CountEvents(query with { IncludeRejected = true });
        var open = ledger.CountEvents(query with { Review = ReviewState.Proposed });
        Reviewed = Total - open;
        if (_ended || _events.Count - At > Ahead / 3) return;
        var more = filter.Second ? SecondOpinions() : ledger.Events(query with { Review = ReviewState.Proposed, Limit = _events.Count + Ahead });
        var before = _events.Count;
        foreach (var e in more)
            if (_seen.Add(e.Id)) _events.Add(e);
        _ended = _events.Count == before;
    }

    public void Move(int steps) => At = Math.Clamp(At + steps, 0, Math.Max(0, _events.Count - 1));

    public void MoveTo(string id)
    {
        var at = _events.FindIndex(e => e.Id == id);
        if (at >= 0) At = at;
    }

    /// <summary>Takes the event that was judged out; the next one moves up.</summary>
    public void Done(string id)
    {
        var at = _events.FindIndex(e => e.Id == id);
        if (at < 0) return;
        _events.RemoveAt(at);
        if (at < At) At--;
        Fill();
        Move(0);
    }

    /// <summary>Puts an event whose judgement was taken back before the person again.</summary>
    public void Return(LedgerEvent e)
    {
        _seen.Add(e.Id);
        var at = _events.FindIndex(x => x.Id == e.Id);
        if (at >= 0)
        {
            _events[at] = e;
            At = at;
        }
        else
        {
            _events.Insert(At, e);
        }
        Fill();
    }

    /// <summary>Drops what a merge or a split has made out of date and looks again.</summary>
    public void Refresh()
    {
        for (var i = _events.Count - 1; i >= 0; i--)
        {
            var now = ledger.FindEvent(_events[i].Id);
            if (now is null || now.Id != _events[i].Id || !filter.Second && now.Review != ReviewState.Proposed) _events.RemoveAt(i);
            else _events[i] = now;
        }
        _ended = false;
        Fill();
        Move(0);
    }

    private IEnumerable<LedgerEvent> SecondOpinions() =>
        Judgement.Standing(ledger.Corrections()).GroupBy(j => j.EventId)
            .Where(g => g.All(j => j.Author != author))
            .Select(g => ledger.FindEvent(g.Key))
            .OfType<LedgerEvent>()
            .Where(Fits)
            .DistinctBy(e => e.Id)
            .OrderBy(e => e.Confidence).ThenBy(e => e.Id, StringComparer.Ordinal)
            .Take(1000);

    private bool Fits(LedgerEvent e) =>
        (filter.Actor is null || e.Source?.Code == filter.Actor || e.Target?.Code == filter.Actor)
        && (filter.Kind is null || e.MeasureKind == filter.Kind) && (!filter.MeasuresOnly || e.MeasureKind is not null);
}
