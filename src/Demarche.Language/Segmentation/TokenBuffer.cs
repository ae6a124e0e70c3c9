using System.Buffers;

namespace Demarche.Language.Segmentation;

/// <summary>A growing run of tokens over pooled memory, used again from text to text.</summary>
internal sealed class TokenBuffer
{
    private Token[] _tokens = new Token[256];

    public int Count { get; private set; }

    public Span<Token> Tokens => _tokens.AsSpan(0, Count);

    public ref Token this[int index] => ref _tokens[index];

    public void Clear() => Count = 0;

    public void Add(int start, int end, TokenFlags flags)
    {
        if (Count == _tokens.Length) Array.Resize(ref _tokens, Count * 2);
        ref var t = ref _tokens[Count++];
        t = default;
        t.Start = start;
        t.End = end;
        t.Head = -1;
        t.Flags = flags;
        t.Lemma = "";
    }

    public Token[] Copy(int from, int to) => _tokens.AsSpan(from, to - from).ToArray();
}
