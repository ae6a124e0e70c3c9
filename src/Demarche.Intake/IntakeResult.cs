using Demarche.Language;

namespace Demarche.Intake;

/// <summary>What reading gives, in the order of the inputs: a document, a document skipped for its language, or a problem.</summary>
public abstract record IntakeResult;

/// <summary>A document that can be coded.</summary>
/// <param name="Document">Its text is exactly what was read, once decoded; spans point into it.</param>
/// <param name="Input">The file, address or <c>-</c> it came from; an archive's entries follow after <c>!/</c>.</param>
/// <param name="Line">Line in the input, from 1, for inputs that hold a document a line.</param>
public sealed record IntakeDocument(Document Document, string Input, int? Line) : IntakeResult
{
    /// <summary>Who signed the article, as printed.</summary>
    public string? Author { get; init; }

    /// <summary>Where <see cref="Document.Date"/> was read from; null where there is no date.</summary>
    public DateBasis? DateBasis { get; init; }

    /// <summary>Sentence marks that the source gave, as ranges of the text in order; null where it gave none.</summary>
    public IReadOnlyList<Span>? Sentences { get; init; }
}

/// <summary>A document in a language that was not asked for.</summary>
public sealed record IntakeSkipped(Document Document, string Input, int? Line, string Language) : IntakeResult;

/// <summary>An input, or a part of one, that could not be read. The rest is read all the same unless <see cref="IntakeOptions.Strict"/>.</summary>
/// <param name="Name">Fixed name in kebab case, for example <c>invalid-json</c>.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record IntakeProblem(string Input, int? Line, string Name, string Message, IntakeFailure Kind) : IntakeResult;

/// <summary>Of which sort a problem is.</summary>
public enum IntakeFailure
{
    /// <summary>The input is not there, or nothing is in it (exit code 66).</summary>
    Missing,

    /// <summary>The input is not what it should be (exit code 65).</summary>
    Invalid,

    /// <summary>The input goes beyond <see cref="IntakeLimits"/> (exit code 65).</summary>
    Limit,

    /// <summary>The input was refused for safety: a private address, a path that leaves its archive (exit code 65).</summary>
    Refused,

    /// <summary>A server did not give what was asked for (exit code 66).</summary>
    Unavailable,
}

/// <summary>Where a document's date was read from, the most trusted first.</summary>
public enum DateBasis
{
    /// <summary>A field of the record, a header of the message, an item of the feed.</summary>
    Record,

    /// <summary>schema.org data in the page (JSON-LD or microdata).</summary>
    StructuredData,

    /// <summary>A <c>meta</c> element.</summary>
    Meta,

    /// <summary>A <c>time</c> element, or the visible date beside the headline.</summary>
    Page,

    /// <summary>The page's address.</summary>
    Url,

    /// <summary>The file's name.</summary>
    FileName,

    /// <summary>Given by the user for documents that state none.</summary>
    Given,
}
