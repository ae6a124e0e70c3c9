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
    /// <summary>Most stories of one bucket that are looked at, the latest first: one story's many reprints need no more.</summary>
    private const int LongestChain = 64;

    private readonly Dictionary<ulong, int> _latestOfBand = [];
    private readonly List<Story> _stories = [];
    private readonly Dictionary<string, int> _latestVersion = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    /// <summary>Estimated similarity from which two texts are one story.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Days between two dated documents beyond which like texts are two stories: a template filled in anew.</summary>
    public int Days { get; init; } = 14;

    /// <summary>Adds a document and says what it is to those before it. An id that was added before gets its first answer's origin again.</summary>
    public ReprintVerdict Add(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_byId.TryGetValue(document.Id, out var known))
            return new ReprintVerdict(_stories[known].Origin, 1, null) { IsReprint = _stories[known].Origin != document.Id };
        var signature = MinHash.Of(document.Text);
        var (match, similarity) = Nearest(signature, document.Date);
        var origin = match < 0 ? document.Id : _stories[match].Origin;
        var index = Keep(document.Id, document.Date, origin, signature);
        if (match < 0) return new ReprintVerdict(origin, 1, null);
        string? supersedes = null;
        if (Corrections.IsCorrection(document))
        {
            supersedes = _latestVersion.TryGetValue(origin, out var last) ? _stories[last].Id : origin;
            _latestVersion[origin] = index;
        }

        return new ReprintVerdict(origin, similarity, supersedes) { IsReprint = true };
    }

    /// <summary>Takes up a document of an earlier run with what was found then, so that later ones are held against it.</summary>
    /// <param name="signature">As <see cref="SignatureOf"/> gave it.</param>
    /// <exception cref="ArgumentException">It is no signature.</exception>
    public void Restore(string id, string origin, DateOnly? date, ReadOnlySpan<byte> signature)
    {
        if (_byId.ContainsKey(id)) return;
        Keep(id, date, origin, MinHash.FromBytes(signature));
    }

    /// <summary>The signature of a document that was added, as bytes to be stored; null for one that was not.</summary>
    public byte[]? SignatureOf(string id) => _byId.TryGetValue(id, out var index) ? MinHash.ToBytes(_stories[index].Signature) : null;

    private int Keep(string id, DateOnly? date, string origin, uint[] signature)
    {
        var index = _stories.Count;
        var before = new int[MinHash.Bands];
        for (var band = 0; band < MinHash.Bands; band++)
        {
            var key = MinHash.Band(signature, band);
            before[band] = _latestOfBand.TryGetValue(key, out var last) ? last : -1;
            _latestOfBand[key] = index;
        }

        _stories.Add(new Story(id, origin, date, signature, before));
        _byId[id] = index;
        return index;
    }

    private (int Index, double Similarity) Nearest(uint[] signature, DateOnly? date)
    {
        var best = (Index: -1, Similarity: 0.0);
        var seen = new HashSet<int>();
        for (var band = 0; band < MinHash.Bands; band++)
        {
            if (!_latestOfBand.TryGetValue(MinHash.Band(signature, band), out var i)) continue;
            for (var n = 0; i >= 0 && n < LongestChain; n++, i = _stories[i].Before[band])
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

    /// <param name="Before">For each band, the story before this one in the same bucket; -1: none.</param>
    private sealed record Story(string Id, string Origin, DateOnly? Date, uint[] Signature, int[] Before);
}
