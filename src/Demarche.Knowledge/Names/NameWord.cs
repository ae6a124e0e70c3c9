namespace Demarche.Knowledge.Names;

/// <summary>How a word is written, which tells "Turkey" from "turkey" and "WHO" from "who".</summary>
public enum WordCase : byte
{
    /// <summary>Begins in lower case, or with a digit.</summary>
    Lower,

    Capital,

    /// <summary>Two letters at least, all of them capitals.</summary>
    Upper,
}

/// <summary>A word as names are looked up by: its hash, how it is written, and where.</summary>
/// <param name="Start">Offset in the text that it was read from.</param>
public readonly record struct NameWord(ulong Hash, WordCase Case, int Start, int End);
