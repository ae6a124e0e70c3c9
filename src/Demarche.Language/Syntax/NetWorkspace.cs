namespace Demarche.Language.Syntax;

/// <summary>
/// The activations of a batch of words, row by row, kept between the layers (and for the backward pass in training). One a thread.
/// </summary>
public sealed unsafe class NetWorkspace : IDisposable
{
    private readonly NativeBuffer[] _buffers = [.. Enumerable.Range(0, 16).Select(_ => new NativeBuffer())];

    public float* Input;
    public float* Gates1;
    public float* Hidden1;
    public float* Cells1;
    public float* Tanh1;
    public float* Gates2;
    public float* Hidden2;
    public float* Cells2;
    public float* Tanh2;
    public float* Tags;
    public float* Proj;
    public float* ArcQuery;
    public float* HeadsTransposed;
    public float* ArcScores;
    public float* LabelRows;

    /// <summary>Gates of the words that no cache knew, row by row.</summary>
    public float* Missed;

    /// <summary>Row stride of <see cref="ArcScores"/> and <see cref="HeadsTransposed"/>: words and root, padded to 16.</summary>
    public int ArcStride { get; private set; }

    /// <summary>Room for a batch of so many words, whose longest sentence has <paramref name="longest"/>.</summary>
    public void Reserve(NetShape s, int words, int longest)
    {
        ArcStride = (longest + 1 + 15) / 16 * 16;
        Input = _buffers[0].Reserve((long)words * s.InputSize);
        Gates1 = _buffers[1].Reserve((long)words * 2 * s.Gates);
        Hidden1 = _buffers[2].Reserve((long)words * s.Both);
        Cells1 = _buffers[3].Reserve((long)words * s.Both);
        Tanh1 = _buffers[4].Reserve((long)words * s.Both);
        Gates2 = _buffers[5].Reserve((long)words * 2 * s.Gates);
        Hidden2 = _buffers[6].Reserve((long)words * s.Both);
        Cells2 = _buffers[7].Reserve((long)words * s.Both);
        Tanh2 = _buffers[8].Reserve((long)words * s.Both);
        Tags = _buffers[9].Reserve((long)words * NetShape.TagColumns);
        Proj = _buffers[10].Reserve((long)words * s.ProjColumns);
        ArcQuery = _buffers[11].Reserve((long)longest * s.ArcSize);
        HeadsTransposed = _buffers[12].Reserve((long)s.ArcSize * ArcStride);
        ArcScores = _buffers[13].Reserve((long)longest * ArcStride);
        LabelRows = _buffers[14].Reserve((long)longest * s.LabelColumns);
        Missed = _buffers[15].Reserve((long)words * 2 * s.Gates);
    }

    public void Dispose()
    {
        foreach (var b in _buffers) b.Dispose();
    }
}
