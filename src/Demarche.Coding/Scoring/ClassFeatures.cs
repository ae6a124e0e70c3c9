using Demarche.Language;

namespace Demarche.Coding.Scoring;

/// <summary>One feature of a sentence: its hash, its weight, and the token it is read from.</summary>
public readonly record struct ClassFeature(ulong Key, float Value, int Token);

/// <summary>
/// What the classifier sees of a sentence: lemmas with their governors, relations and prepositions, word classes, and the words near
/// the root. Names and numbers are masked, so that it learns acts and not who committed them.
/// </summary>
public static class ClassFeatures
{
    /// <summary>Deepest token whose words still count.</summary>
    private const int MaxDepth = 8;

    /// <summary>Fills the list with the features of a sentence, each key once, values scaled to unit length.</summary>
    public static void Read(ParsedSentence sentence, WordClasses classes, List<ClassFeature> features)
    {
        features.Clear();
        var depths = sentence.Count <= 512 ? stackalloc byte[sentence.Count] : new byte[sentence.Count];
        Depths(sentence, depths);
        for (var i = 0; i < sentence.Count; i++) ReadToken(sentence, classes, i, depths[i], features);
        Normalize(features);
    }

    private static void ReadToken(ParsedSentence s, WordClasses classes, int i, byte depth, List<ClassFeature> features)
    {
        ref readonly var t = ref s.Tokens[i];
        if (t.Upos == Upos.PUNCT || depth > MaxDepth) return;
        var lemma = Lemma(s, i);
        var content = t.Upos is Upos.VERB or Upos.NOUN or Upos.ADJ or Upos.ADV;
        if (content) features.Add(new(Hash(1, lemma), 1, i));
        var own = classes.Of(t.Lemma);
        if (content && own.Known)
        {
            features.Add(new(Hash(2, own.Coarse), .7f, i));
            features.Add(new(Hash(3, own.Fine), .7f, i));
        }
        if (t.Head < 0 || depth < 3 && t.Deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Conj or Deprel.Parataxis)
        {
            features.Add(new(Hash(4 + Math.Min((int)depth, 2), lemma), 1, i));
            if (t.Head < 0 && own.Known) features.Add(new(Hash(7, own.Fine), .7f, i));
        }
        if (t.Head >= 0 && t.Upos is not Upos.DET && t.Deprel is not (Deprel.Case or Deprel.Cc)) ReadArc(s, classes, i, lemma, own, features);
    }

    private static void ReadArc(ParsedSentence s, WordClasses classes, int i, ulong lemma, WordClass own, List<ClassFeature> features)
    {
        ref readonly var t = ref s.Tokens[i];
        var governor = Lemma(s, t.Head);
        var relation = Mix((ulong)t.Deprel, Marker(s, i));
        features.Add(new(Mix(Hash(8, governor), Mix(relation, lemma)), 1, i));
        features.Add(new(Mix(Hash(9, governor), relation), .7f, t.Head));
        var above = classes.Of(s.Tokens[t.Head].Lemma);
        if (own.Known && above.Known && t.Upos is Upos.VERB or Upos.NOUN or Upos.ADJ)
        {
            features.Add(new(Mix(Hash(10, above.Coarse), Mix((ulong)t.Deprel, own.Coarse)), .7f, i));
            features.Add(new(Mix(Hash(11, above.Fine), Mix((ulong)t.Deprel, own.Fine)), .7f, i));
        }
        var top = s.Tokens[t.Head].Head;
        if (top >= 0 && t.Deprel.Universal() is Deprel.Obj or Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl or Deprel.Obl or Deprel.Nmod)
            features.Add(new(Mix(Hash(12, Lemma(s, top)), Mix(governor, lemma)), .7f, i));
    }

    private static void Normalize(List<ClassFeature> features)
    {
        features.Sort(static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Token.CompareTo(b.Token));
        var kept = 0;
        var square = 0f;
        for (var i = 0; i < features.Count; i++)
        {
            if (kept > 0 && features[kept - 1].Key == features[i].Key) continue;
            square += features[i].Value * features[i].Value;
            features[kept++] = features[i];
        }
        features.RemoveRange(kept, features.Count - kept);
        var scale = 1 / MathF.Sqrt(square + 1e-9f);
        for (var i = 0; i < kept; i++) features[i] = features[i] with { Value = features[i].Value * scale };
    }

    private static void Depths(ParsedSentence s, Span<byte> depths)
    {
        depths.Fill(byte.MaxValue);
        for (var i = 0; i < s.Count; i++)
        {
            var steps = 0;
            var j = i;
            while (j >= 0 && depths[j] == byte.MaxValue && steps <= MaxDepth + 1)
            {
                j = s.Tokens[j].Head;
                steps++;
            }
            depths[i] = (byte)Math.Min(MaxDepth + 1, j < 0 ? steps - 1 : depths[j] + steps);
        }
    }

    /// <summary>The preposition or marker under a token, as a hash; 0 without one.</summary>
    private static ulong Marker(ParsedSentence s, int i)
    {
        foreach (var c in s.Children(i))
            if (s.Tokens[c].Deprel is Deprel.Case or Deprel.Mark) return Text(s.Tokens[c].Lemma);
        return 0;
    }

    private static ulong Lemma(ParsedSentence s, int i) => s.Tokens[i].Upos switch
    {
        Upos.PROPN => 11,
        Upos.NUM => 12,
        Upos.PRON => 13,
        _ => Text(s.Tokens[i].Lemma),
    };

    internal static ulong Text(string text)
    {
        var h = 0xCBF29CE484222325ul;
        foreach (var c in text) h = (h ^ char.ToLowerInvariant(c)) * 0x100000001B3;
        return h;
    }

    private static ulong Hash(int kind, ulong value) => Mix((ulong)kind * 0x9E3779B97F4A7C15, value);

    private static ulong Mix(ulong a, ulong b)
    {
        var h = (a ^ (b + 0x9E3779B97F4A7C15 + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCD;
        return h ^ (h >> 33);
    }
}
