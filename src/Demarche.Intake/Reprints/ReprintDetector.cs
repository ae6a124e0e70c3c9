using Demarche.Language;

namespace Demarche.Intake.Reprints;

/// <summary>What a document is to those seen before it.</summary>
/// <param name="Origin">Id of the first document with this text; the document's own id where it is the first.</param>
/// <param name="Similarity">Estimated share of shingles in common with the document it was matched to; 1 for an origin itself.</param>
/// <param name="Supersedes">Id of the version that this one corrects or updates; null for plain reprints and for origins.</param>
public sealed record ReprintVerdict(string Origin, double Similarity, string? Supersedes)
{
    /// <summary>True where an earlier document has this text.</summary>
    public bool IsReprint { get; init; }
}

/// <summary>
/// Finds the same wire story in many outlets: MinHash over shingles of five words (Broder 1997), looked up by bands. Documents are
/// added in order, and the answer depends on those before it only. Not safe for use by many threads at once.
/// </summary>
public sealed class ReprintDetector
{
    private readonly Dictionary<ulong, List<int>> _buckets = [];
    private readonly List<Story> _stories = [];
    private readonly Dictionary<string, int> _latest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Estimated similarity from which two texts are one story.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Days between two dated documents beyond which like texts are two stories: a template filled in anew.</summary>
    public int Days { get; init; } = 14;

    /// <summary>Adds a document and says what it is to those before it. The same id again gives the same origin.</summary>
    public ReprintVerdict Add(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var signature = MinHash.Of(document.Text);
        var (match, similarity) = Nearest(signature, document.Date);
        var index = _stories.Count;
        if (match < 0)
        {
            Keep(new Story(document.Id, document.Id, document.Date, signature), index);
            return new ReprintVerdict(document.Id, 1, null);
        }

        var origin = _stories[match].Origin;
        if (!_ids.Contains(document.Id)) Keep(new Story(document.Id, origin, document.Date, signature), index);
        else if (_stories[match].Id == document.Id) return new ReprintVerdict(origin, 1, null) { IsReprint = origin != document.Id };
        string? supersedes = null;
        if (Corrections.IsCorrection(document))
        {
            supersedes = _latest.TryGetValue(origin, out var last) ? _stories[last].Id : origin;
            if (supersedes == document.Id) supersedes = null;
            _latest[origin] = index;
        }

        return new ReprintVerdict(origin, similarity, supersedes) { IsReprint = true };
    }

    private void Keep(Story story, int index)
    {
        _stories.Add(story);
        _ids.Add(story.Id);
        for (var band = 0; band < MinHash.Bands; band++)
        {
            var key = MinHash.Band(story.Signature, band);
            if (!_buckets.TryGetValue(key, out var bucket)) _buckets[key] = bucket = [];
            // A bucket of one story's many reprints needs no more members to be found by.
            if (bucket.Count < 64) bucket.Add(index);
        }
    }

    private (int Index, double Similarity) Nearest(uint[] signature, DateOnly? date)
    {
        var best = (Index: -1, Similarity: 0.0);
        var seen = new HashSet<int>();
        for (var band = 0; band < MinHash.Bands; band++)
        {
            if (!_buckets.TryGetValue(MinHash.Band(signature, band), out var bucket)) continue;
            foreach (var i in bucket)
            {
                if (!seen.Add(i)) continue;
                var story = _stories[i];
                if (date is { } a && story.Date is { } b && Math.Abs(a.DayNumber - b.DayNumber) > Days) continue;
                var similarity = MinHash.Similarity(signature, story.Signature);
                if (similarity >= Threshold && (similarity > best.Similarity || (similarity == best.Similarity && i < best.Index))) best = (i, similarity);
            }
        }

        return best;
    }

    private sealed record Story(string Id, string Origin, DateOnly? Date, uint[] Signature);
}
