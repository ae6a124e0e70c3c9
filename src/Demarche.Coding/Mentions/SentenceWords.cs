using Demarche.Knowledge.Names;
using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>The words of a sentence as names are looked up by, each with the token that it belongs to. Used again for every sentence.</summary>
internal sealed class SentenceWords
{
    private NameWord[] _words = new NameWord[64];
    private int[] _tokens = new int[64];

    public int Count { get; private set; }

    /// <summary>True where nearly all letters are capitals, as in some headlines: how a word is written tells nothing then.</summary>
    public bool AllCapitals { get; private set; }

    public ReadOnlySpan<NameWord> Words => _words.AsSpan(0, Count);

    public int TokenOf(int word) => _tokens[word];

    public void Read(ParsedSentence sentence)
    {
        Count = 0;
        var upper = 0;
        var long_ = 0;
        for (var t = 0; t < sentence.Count; t++)
        {
            ref readonly var token = ref sentence.Tokens[t];
            if (token.Xpos is Xpos.POS or Xpos.Dollar || token.Upos == Upos.PUNCT || sentence.Form(t).Contains('$')) continue;
            var form = sentence.Form(t);
            for (var i = 0; NameWords.Next(form, ref i, out var word);)
            {
                Add(word, t);
                if (word.End - word.Start < 3) continue;
                long_++;
                if (word.Case == WordCase.Upper) upper++;
            }
        }
        AllCapitals = long_ >= 3 && upper * 10 >= long_ * 8;
    }

    private void Add(NameWord word, int token)
    {
        if (Count == _words.Length)
        {
            Array.Resize(ref _words, Count * 2);
            Array.Resize(ref _tokens, Count * 2);
        }
        _words[Count] = word;
        _tokens[Count++] = token;
    }
}
