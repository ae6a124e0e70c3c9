namespace Demarche.Language;

/// <summary>Universal Dependencies relations with the subtypes of the English treebanks.</summary>
public enum Deprel : byte
{
    Root,
    Acl,
    AclRelcl,
    Advcl,
    AdvclRelcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    Case,
    Cc,
    CcPreconj,
    Ccomp,
    Compound,
    CompoundPrt,
    Conj,
    Cop,
    Csubj,
    CsubjOuter,
    CsubjPass,
    Dep,
    Det,
    DetPredet,
    Discourse,
    Dislocated,
    Expl,
    Fixed,
    Flat,
    Goeswith,
    Iobj,
    List,
    Mark,
    Nmod,
    NmodDesc,
    NmodPoss,
    NmodUnmarked,
    Nsubj,
    NsubjOuter,
    NsubjPass,
    Nummod,
    Obj,
    Obl,
    OblAgent,
    OblUnmarked,
    Orphan,
    Parataxis,
    Punct,
    Reparandum,
    Vocative,
    Xcomp,
}

/// <summary>Names of the relations, and their universal part.</summary>
public static class DeprelNames
{
    private static readonly string[] Names =
    [
        "root",
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "advmod",
        "amod",
        "appos",
        "aux",
        "aux:pass",
        "case",
        "cc",
        "cc:preconj",
        "ccomp",
        "compound",
        "compound:prt",
        "conj",
        "cop",
        "csubj",
        "csubj:outer",
        "csubj:pass",
        "dep",
        "det",
        "det:predet",
        "discourse",
        "dislocated",
        "expl",
        "fixed",
        "flat",
        "goeswith",
        "iobj",
        "list",
        "mark",
        "nmod",
        "nmod:desc",
        "nmod:poss",
        "nmod:unmarked",
        "nsubj",
        "nsubj:outer",
        "nsubj:pass",
        "nummod",
        "obj",
        "obl",
        "obl:agent",
        "obl:unmarked",
        "orphan",
        "parataxis",
        "punct",
        "reparandum",
        "vocative",
        "xcomp",
    ];

    private static readonly Deprel[] Universals =
        [.. Names.Select(n => (Deprel)Array.IndexOf(Names, n.Split(':')[0]))];

    private static readonly Dictionary<string, Deprel> ByName =
        Names.Select((n, i) => (n, i)).ToDictionary(x => x.n, x => (Deprel)x.i, StringComparer.Ordinal);

    /// <summary>The relation as CoNLL-U writes it, for example <c>nsubj:pass</c>.</summary>
    public static string Name(this Deprel relation) => Names[(int)relation];

    /// <summary>The relation without its subtype: <c>nsubj:pass</c> gives <c>nsubj</c>.</summary>
    public static Deprel Universal(this Deprel relation) => Universals[(int)relation];

    /// <summary>Reads a relation; an unknown subtype falls back to its universal part, an unknown relation to <c>dep</c>.</summary>
    public static Deprel Parse(string name) =>
        ByName.TryGetValue(name, out var r) || ByName.TryGetValue(name.Split(':')[0], out r) ? r : Deprel.Dep;
}
