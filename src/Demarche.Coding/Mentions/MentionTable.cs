using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>The actors that a document mentions, by token.</summary>
public sealed class MentionTable
{
    private readonly IReadOnlyList<ParsedSentence> _sentences;
    private readonly ActorMention?[][] _at;
    private readonly ActorMention?[][] _modifiers;
    private readonly IReadOnlyList<List<MentionDraft>> _drafts;
    private readonly List<ActorMention>?[] _inSentence;

    internal MentionTable(IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<List<MentionDraft>> drafts)
    {
        _sentences = sentences;
        _drafts = drafts;
        _inSentence = new List<ActorMention>?[sentences.Count];
        _at = new ActorMention?[sentences.Count][];
        _modifiers = new ActorMention?[sentences.Count][];
        var all = new List<ActorMention>();
        for (var s = 0; s < sentences.Count; s++)
        {
            _at[s] = new ActorMention?[sentences[s].Count];
            _modifiers[s] = new ActorMention?[sentences[s].Count];
            foreach (var d in drafts[s])
            {
                if (d.Actors.IsEmpty) continue;
                var mention = d.ToMention();
                var row = d.IsModifier ? _modifiers[s] : _at[s];
                for (var t = d.First; t <= d.Last; t++) row[t] ??= mention;
                row[d.Head] = mention;
                if (!d.IsModifier) all.Add(mention);
            }
        }
        All = [.. all.OrderBy(m => m.Span)];
    }

    /// <summary>Every mention that stands for itself, in text order. Adjectives and names before other nouns are not among them.</summary>
    public IReadOnlyList<ActorMention> All { get; }

    /// <summary>The mentions of a sentence in text order, adjectives and names before other nouns among them.</summary>
    internal List<ActorMention> InSentence(int sentence)
    {
        if (_inSentence[sentence] is { } known) return known;
        var seen = new HashSet<ActorMention>(ReferenceEqualityComparer.Instance);
        foreach (var d in _drafts[sentence])
            if (!d.Actors.IsEmpty && (d.IsModifier ? _modifiers : _at)[sentence][d.Head] is { } m) seen.Add(m);
        return _inSentence[sentence] = [.. seen.OrderBy(m => m.Head).ThenBy(m => m.Span)];
    }

    internal IReadOnlyList<MentionDraft> DraftsOf(int sentence) => _drafts[sentence];

    /// <summary>The mention whose name, title or noun the token is a part of; usually it is asked for the head.</summary>
    public ActorMention? At(int sentence, int token) => token < 0 ? null : _at[sentence][token];

    /// <summary>The actor that an adjective or a noun before another noun gives: "Russian" in "Russian positions".</summary>
    public ActorMention? ModifierAt(int sentence, int token) => token < 0 ? null : _modifiers[sentence][token];

    /// <summary>
    /// Whose a thing is that is no actor itself: "Syrian positions", "the embassy of Iran", "Russia's decision", "rebel-held areas of Idlib".
    /// </summary>
    public ActorMention? OwnerOf(int sentence, int token) => OwnersOf(sentence, token) is [var first, ..] ? first : null;

    /// <summary>All owners, in text order: both of "Russian–Turkish talks".</summary>
    public IReadOnlyList<ActorMention> OwnersOf(int sentence, int token)
    {
        var s = _sentences[sentence];
        var found = new List<ActorMention>();
        if (token < 0) return found;
        Possessors(s, token, found);
        if (found.Count == 0) Left(s, token, found);
        if (found.Count == 0) Complements(s, token, found);
        return found;
    }

    private void Possessors(ParsedSentence s, int token, List<ActorMention> found)
    {
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel == Deprel.NmodPoss) AddAt(s, c, found);
    }

    // The words before it in its phrase, whatever the parser made of them.
    private void Left(ParsedSentence s, int token, List<ActorMention> found)
    {
        for (var t = token - 1; t >= 0 && token - t <= 6; t--)
        {
            if (_modifiers[s.Index][t] is { } m)
            {
                if (!found.Contains(m)) found.Insert(0, m);
                while (t > 0 && _modifiers[s.Index][t - 1] == m) t--;
                continue;
            }
            ref readonly var w = ref s.Tokens[t];
            if (w.Xpos == Xpos.POS && t > 0 && _at[s.Index][t - 1] is { } possessor)
            {
                if (found.Count == 0) found.Add(possessor);
                return;
            }
            var joins = found.Count > 0 && s.Form(t) is "and" or "," or "-" or "\u2013" or "/";
            if (joins || w.Upos is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM || w.Xpos is Xpos.HYPH or Xpos.VBN or Xpos.VBG && w.Deprel == Deprel.Amod) continue;
            return;
        }
    }

    private void Complements(ParsedSentence s, int token, List<ActorMention> found)
    {
        foreach (var c in s.Children(token))
        {
            if (s.Tokens[c].Deprel == Deprel.Appos) AddAt(s, c, found);
            if (s.Tokens[c].Deprel != Deprel.Nmod) continue;
            if (TreeWalk.CaseOf(s, c) is not ("of" or "in" or "from" or "between" or "at" or "near" or "inside")) continue;
            var before = found.Count;
            AddAt(s, c, found);
            if (found.Count == before) found.AddRange(OwnersOf(s.Index, c));
            if (found.Count > before) return;
        }
    }

    private void AddAt(ParsedSentence s, int token, List<ActorMention> found)
    {
        if ((At(s.Index, token) ?? ModifierAt(s.Index, token)) is { } m) found.Add(m);
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel == Deprel.Conj && At(s.Index, c) is { } other) found.Add(other);
    }
}
