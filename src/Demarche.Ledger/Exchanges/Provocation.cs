using Demarche.Language;
using Demarche.Ledger.Canonical;

namespace Demarche.Ledger.Exchanges;

/// <summary>The words in which a report tells what a measure answers.</summary>
/// <param name="Words">Its content words, as <see cref="ContentWords"/> has them.</param>
internal sealed record Provocation(string Text, uint[] Words)
{
    /// <summary>What is told in fewer words may be any act.</summary>
    private const int FewestWords = 2;

    /// <summary>Null where the words may mean any act.</summary>
    public static Provocation? Of(string text, Span span)
    {
        var words = ContentWords.Of(text, span, null, null);
        var told = span.Quote(text);
        return words.Length < FewestWords || KindWords.PointsOnly(told) ? null : new Provocation(told, words);
    }
}
