using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>A mention while it is being made: what later steps may still fill in.</summary>
internal sealed class MentionDraft(ParsedSentence sentence, int head, int first, int last)
{
    public ParsedSentence Sentence => sentence;

    public int Head => head;

    /// <summary>Tokens of the name or noun itself.</summary>
    public int First { get; set; } = first;

    public int Last { get; set; } = last;

    /// <summary>Tokens of the phrase: with article, modifiers and a name's country.</summary>
    public int PhraseFirst { get; set; } = first;

    public int PhraseLast { get; set; } = last;

    public ImmutableArray<ActorIdentity> Actors { get; set; } = [];

    public string Basis { get; set; } = "name";

    public Span? Antecedent { get; set; }

    public bool IsScene { get; set; }

    public bool IsPlural { get; set; }

    public bool IsHuman { get; set; }

    /// <summary>"the minister", "its ambassador": may refer back.</summary>
    public bool IsDefinite { get; set; }

    /// <summary>"Russian" before "diplomats": no mention of its own, but the owner of what it stands before.</summary>
    public bool IsModifier { get; set; }

    /// <summary>A noun whose owner is not known yet.</summary>
    public bool NeedsOwner { get; set; }

    /// <summary>"the international community": it belongs to no one state, unless the words say so.</summary>
    public bool IsWorldwide { get; set; }

    /// <summary>Token of the possessive pronoun or description that stands for the owner, or -1.</summary>
    public int OwnerPronoun { get; set; } = -1;

    /// <summary>Lower-case noun of the mention, for a description later on.</summary>
    public string? Noun { get; set; }

    public Unit? Unit { get; set; }

    /// <summary>Makes the identity again once the owner is known.</summary>
    public Func<ActorIdentity, ActorIdentity>? WithOwner { get; set; }

    /// <summary>True for a title with a name.</summary>
    public bool IsNamed { get; set; }

    /// <summary>Name of somebody whom the knowledge does not hold.</summary>
    public string? UnknownName { get; set; }

    public bool IsResolved => !Actors.IsEmpty && !NeedsOwner;

    public Span Span => new(sentence.Tokens[PhraseFirst].Start, sentence.Tokens[PhraseLast].End);

    public ActorMention ToMention() => new(sentence.Index, head, Span, Actors)
    {
        Basis = Basis,
        Antecedent = Antecedent,
        IsScene = IsScene,
        IsPlural = IsPlural,
        IsHuman = IsHuman,
        Noun = Noun,
    };
}
