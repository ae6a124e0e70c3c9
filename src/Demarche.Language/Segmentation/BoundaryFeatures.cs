namespace Demarche.Language.Segmentation;

/// <summary>
/// What the classifier sees of a place where a sentence might end: the words and their shapes on both sides, the gap between
/// them, open quotes and brackets, and how far the last end and the next full stop are. Sums over the tokens are prepared
/// once a text, so that a candidate costs a fixed time.
/// </summary>
internal sealed class BoundaryFeatures
{
    /// <summary>Features of one candidate.</summary>
    public const int Count = 25;

    private const int Mask = (1 << BoundaryModel.Bits) - 1;

    private uint[] _lower = new uint[256];
    private byte[] _shape = new byte[256];
    private byte[] _gap = new byte[256];
    private byte[] _toStop = new byte[256];
    private byte[] _nesting = new byte[256];
    private int[] _lineStart = new int[256];
    private bool[] _closer = new bool[256];
    private int _count;

    /// <summary>Reads the tokens of a text. Must be called before the others.</summary>
    public void Prepare(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        _count = tokens.Length;
        if (_lower.Length < _count) Grow(_count);
        var line = 0;
        var quoted = false;
        var depth = 0;
        for (var k = 0; k < _count; k++)
        {
            var form = text[tokens[k].Start..tokens[k].End];
            _lower[k] = HashLower(form);
            _shape[k] = (byte)Shapes.Of(form);
            _gap[k] = (byte)(k + 1 < _count ? Gaps.Between(text, tokens[k].End, tokens[k + 1].Start) : GapKind.Blank);
            _lineStart[k] = line;
            _closer[k] = IsCloser(form, k, quoted, tokens);
            switch (form[0])
            {
                case '"' when form.Length == 1: quoted = !quoted; break;
                case '“' or '«': quoted = true; break;
                case '”' or '»': quoted = false; break;
                case '(' or '[' or '{': depth = Math.Min(depth + 1, 2); break;
                case ')' or ']' or '}': depth = Math.Max(depth - 1, 0); break;
                default: break;
            }
            _nesting[k] = (byte)((quoted ? 1 : 0) + 2 * depth);
            if (_gap[k] >= (byte)GapKind.Line) line = k + 1;
            if (_gap[k] == (byte)GapKind.Blank) (quoted, depth) = (false, 0);
        }
        var distance = 255;
        for (var k = _count - 1; k >= 0; k--)
        {
            distance = Shapes.IsStop((Shape)_shape[k]) ? 0 : Math.Min(distance + 1, 255);
            _toStop[k] = (byte)distance;
        }
    }

    public GapKind Gap(int k) => (GapKind)_gap[k];

    /// <summary>May a sentence end between tokens k and k + 1?</summary>
    public bool IsCandidate(int k)
    {
        var gap = (GapKind)_gap[k];
        var before = (Shape)_shape[k];
        var after = (Shape)_shape[k + 1];
        if (_closer[k + 1] || before is Shape.Opener || (gap == GapKind.Space && before is (Shape.Comma or Shape.Bullet))) return false;
        if (gap == GapKind.None) return (Shapes.IsStop(before) || _closer[k]) && after is Shape.Title or Shape.Upper or Shape.Initial && AfterStop(k);
        if (gap == GapKind.Space && (before == Shape.Lower || _closer[k])) return after != Shape.Lower;
        return true;
    }

    /// <summary>
    /// True where the layout leaves no doubt: a bullet opens a line, a paragraph closes with its full stop, or a dateline
    /// ("ANYTOWN, Jan. 5 (Agency) -") stands before the first sentence, whose tree it would only trouble.
    /// </summary>
    public bool IsCertain(int k, int start)
    {
        if (IsDateline(k, start)) return true;
        var gap = (GapKind)_gap[k];
        var after = (Shape)_shape[k + 1];
        if (gap >= GapKind.Line && after == Shape.Bullet) return true;
        if (gap != GapKind.Blank || after == Shape.Lower) return false;
        while (k > 0 && _closer[k]) k--;
        return (Shape)_shape[k] is Shape.Stop or Shape.Question or Shape.Exclamation;
    }

    private bool IsDateline(int k, int start)
    {
        if ((Shape)_shape[k] != Shape.Dash || _gap[k] == (byte)GapKind.None || start != _lineStart[k] || k - start is < 1 or > 12) return false;
        if ((Shape)_shape[k + 1] is not (Shape.Title or Shape.Upper or Shape.I or Shape.Opener or Shape.Quote)) return false;
        return _closer[k - 1] ? (Shape)_shape[start] is Shape.Upper or Shape.Title : (Shape)_shape[start] == Shape.Upper && k - start <= 8;
    }

    /// <summary>True where neither punctuation nor a line break speaks for an end after token k.</summary>
    public bool IsUnmarked(int k)
    {
        if (_gap[k] >= (byte)GapKind.Line) return false;
        while (k > 0 && _closer[k]) k--;
        return !Shapes.IsStop((Shape)_shape[k]);
    }

    /// <summary>Writes the features of the candidate after token k.</summary>
    /// <param name="start">Index of the first token since the last sentence end.</param>
    public void Write(int k, int start, ReadOnlySpan<Token> tokens, Span<int> features)
    {
        var gap = _gap[k];
        var core = k;
        while (core > start && _closer[core]) core--;
        uint p0 = _lower[core], p1 = Word(core - 1, start), n0 = _lower[k + 1], n1 = k + 2 < _count ? _lower[k + 2] : 7u;
        uint ps = _shape[core], ps1 = core > start ? _shape[core - 1] : 30u, ns = _shape[k + 1], ns1 = k + 2 < _count ? _shape[k + 2] : 30u;
        var stop = Shapes.IsStop((Shape)ps);
        var end = (uint)(gap + 4 * (core < k ? 1 : 0)) * 32 + (stop ? ps : 31u);
        var length = Bucket(k + 1 - start);
        var toStop = Bucket(_toStop[k + 1]);
        var lineLength = gap >= (byte)GapKind.Line ? (uint)Math.Min((tokens[k].End - tokens[Math.Max(_lineStart[k], 0)].Start) / 12, 9) : 15u;
        var nesting = _nesting[k];
        var lastOfLine = gap >= (byte)GapKind.Line ? 1u : 0u;
        var i = 0;
        void Add(Span<int> to, uint value, uint with = 0) => to[i] = (int)(Mix((uint)++i, value, with) & Mask);

        Add(features, end);
        Add(features, end, ps);
        Add(features, end, ns);
        Add(features, end * 1024 + ps * 32 + ns);
        Add(features, p0, lastOfLine);
        Add(features, p0, end * 32 + ns);
        Add(features, n0, ns * 64 + (stop ? 1u : 0u) + 2 * lastOfLine);
        Add(features, n0, end * 32 + ns);
        Add(features, p0 * 31 + n0, ns);
        Add(features, ps * 1024 + ps1 * 32 + ns, gap);
        Add(features, ns * 1024 + ns1 * 32 + (stop ? ps : 31u), gap);
        Add(features, p1, stop ? ps : 31u);
        Add(features, p1 * 31 + p0);
        Add(features, n0 * 31 + n1);
        Add(features, length * 1024 + end);
        Add(features, toStop * 1024 + end, ns);
        Add(features, length * 1024 + toStop * 64 + ns, end);
        Add(features, lineLength * 1024 + end, ns);
        Add(features, lineLength * 1024 + end, ps * 32 + ns);
        Add(features, nesting * 1024u + end, ns);
        Add(features, _shape[start] * 1024u + length * 32 + ns, end);
        Add(features, _lower[start], end);
        Add(features, n1, ns * 32 + ns1 + end * 1024);
        Add(features, lineLength * 64 + toStop, end);
        Add(features, ps1 * 32 + ns1, end * 32 + ns);
    }

    private bool AfterStop(int k)
    {
        while (k > 0 && _closer[k]) k--;
        return Shapes.IsStop((Shape)_shape[k]);
    }

    private uint Word(int k, int start) => k >= start ? _lower[k] : 3u;

    private static bool IsCloser(ReadOnlySpan<char> form, int k, bool quoted, ReadOnlySpan<Token> tokens) => form[0] switch
    {
        ')' or ']' or '}' or '”' or '»' => form.Length == 1,
        '"' => quoted && k > 0 && (tokens[k - 1].End == tokens[k].Start || (tokens[k].Flags & TokenFlags.SpaceAfter) != 0),
        '\'' or '’' => form.Length <= 2 && k > 0 && tokens[k - 1].End == tokens[k].Start,
        _ => false,
    };

    private static uint Bucket(int n) => n switch { <= 6 => (uint)n, <= 9 => 7, <= 14 => 8, <= 22 => 9, <= 40 => 10, _ => 11 };

    private static uint HashLower(ReadOnlySpan<char> form)
    {
        var h = 2166136261u;
        foreach (var c in form) h = (h ^ (char.IsAsciiDigit(c) ? '0' : c < 128 ? (uint)(c | (char.IsAsciiLetterUpper(c) ? 32 : 0)) : char.ToLowerInvariant(c))) * 16777619u;
        return h;
    }

    private static uint Mix(uint number, uint value, uint with)
    {
        var h = (value ^ number * 0x9E3779B1u) * 0x85EBCA6Bu;
        h ^= h >> 13;
        h = (h ^ with * 0xC2B2AE35u) * 0x27D4EB2Fu;
        return h ^ (h >> 15);
    }

    private void Grow(int count)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
        _lower = new uint[size];
        _shape = new byte[size];
        _gap = new byte[size];
        _toStop = new byte[size];
        _nesting = new byte[size];
        _lineStart = new int[size];
        _closer = new bool[size];
    }
}
