using Demarche.Intake.Inputs;
using Demarche.Intake.Readers;
using Demarche.Intake.Recognition;

namespace Demarche.Intake;

/// <summary>
/// Reads documents from files, folders, globs and standard input (<c>-</c>). Reading is lazy and in a fixed order: inputs as given,
/// the files of a folder or glob by ordinal path, documents as they stand in a file. Whatever cannot be read is a named problem.
/// Safe for use by many threads at once.
/// </summary>
public sealed class DocumentIntake
{
    private static readonly Html.SmartReaderExtractor Extractor = new();

    private readonly Dictionary<InputKind, IDocumentReader> _readers = new()
    {
        [InputKind.Text] = new PlainTextReader(),
        [InputKind.Jsonl] = new JsonLinesReader(),
        [InputKind.Json] = new JsonArrayReader(),
        [InputKind.Html] = new HtmlReader(Extractor),
        [InputKind.Gzip] = new Archives.GzipReader(),
        [InputKind.Zip] = new Archives.ZipReader(),
        [InputKind.Warc] = new Archives.WarcReader(),
        [InputKind.Markdown] = new MarkdownReader(),
        [InputKind.Pdf] = new PdfReader(),
        [InputKind.Eml] = new MailReader(false, Extractor),
        [InputKind.Mbox] = new MailReader(true, Extractor),
        [InputKind.Csv] = new CsvReader(),
        [InputKind.Parquet] = new ParquetTableReader(),
        [InputKind.Petrarch] = new PetrarchReader(),
        [InputKind.Feed] = new FeedFileReader(),
        [InputKind.Urls] = new UrlListReader(),
    };

    /// <param name="inputs">Paths of files or folders, globs (<c>*</c>, <c>?</c>, <c>**</c>), or <c>-</c>.</param>
    /// <param name="options">How to read.</param>
    /// <param name="standardInput">What <c>-</c> stands for; not closed.</param>
    /// <exception cref="ArgumentException"><see cref="IntakeOptions.From"/> is no kind's name.</exception>
    public IEnumerable<IntakeResult> Read(IReadOnlyList<string> inputs, IntakeOptions options, Stream? standardInput = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        InputKind? forced = null;
        if (options.From is not null)
            forced = InputKinds.Parse(options.From)
                ?? throw new ArgumentException($"There is no kind '{options.From}'. Kinds: {string.Join(", ", InputKinds.Names)}.", nameof(options));
        return Stopping(inputs.SelectMany(i => ReadInput(i, forced, options, standardInput)), options);
    }

    /// <summary>Reads an open stream, such as an upload, by what its content is; it is closed at the end.</summary>
    /// <param name="name">The file's name, for messages and for a date in it.</param>
    public IEnumerable<IntakeResult> ReadStream(string name, Stream content, IntakeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Stopping(Guarded(name, () => new InputSource(name, content, Path.GetFileName(name)), s => ReadSource(s, null, options)), options);
    }

    /// <summary>Reads one source that is open already; it is closed at the end.</summary>
    internal IEnumerable<IntakeResult> ReadOne(InputSource source, IntakeOptions options) =>
        Stopping(Guarded(source.Name, () => source, s => ReadSource(s, null, options)), options);

    private static IEnumerable<IntakeResult> Stopping(IEnumerable<IntakeResult> results, IntakeOptions options)
    {
        foreach (var result in results)
        {
            yield return result is IntakeDocument d ? Languages.LanguageGate.Pass(Dated(d, options), options.Languages) : result;
            if (options.Strict && result is IntakeProblem) yield break;
        }
    }

    private static IntakeDocument Dated(IntakeDocument read, IntakeOptions options) =>
        options.Date is { } date && read.Document.Date is null
            ? read with { Document = read.Document with { Date = date }, DateBasis = DateBasis.Given }
            : read;

    private IEnumerable<IntakeResult> ReadInput(string input, InputKind? forced, IntakeOptions options, Stream? standardInput)
    {
        if (input == "-")
        {
            var stdin = standardInput ?? Stream.Null;
            return Guarded("-", () => new InputSource("-", stdin), s => ReadSource(s, forced, options));
        }

        if (Uri.TryCreate(input, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")) return ReadAddress(address, forced, options);
        IReadOnlyList<string> files;
        try
        {
            files = InputExpansion.Files(input);
        }
        catch (Exception e) when (e is IntakeException or IOException or UnauthorizedAccessException)
        {
            return [Problem(input, e)];
        }

        return files.SelectMany(f => Guarded(f, () => new InputSource(f, Opened(f), Path.GetFileName(f)), s => ReadSource(s, forced, options)));
    }

    private IEnumerable<IntakeResult> ReadAddress(Uri address, InputKind? forced, IntakeOptions options)
    {
        using var fetcher = new Web.WebFetcher(options.Limits, options.AllowPrivate);
        var polite = new Web.PoliteFetcher(fetcher, TimeSpan.Zero);
        foreach (var result in UrlListReader.Fetch(polite, address, null, null, Session(forced, options))) yield return result;
    }

    private IntakeSession Session(InputKind? forced, IntakeOptions options) =>
        new(options, inner => Guarded(inner.Name, () => inner, s => ReadSource(s, forced, options)));

    private static FileStream Opened(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 << 10, FileOptions.SequentialScan);

    private IEnumerable<IntakeResult> ReadSource(InputSource source, InputKind? forced, IntakeOptions options)
    {
        // A forced kind is that of the documents; the archives around them are opened by what they are.
        var within = forced is InputKind.Gzip or InputKind.Zip or InputKind.Warc or InputKind.Eml or InputKind.Mbox or InputKind.Urls ? null : forced;
        var session = Session(within, options);
        var kind = KindRecognizer.Container(source) ?? forced ?? KindRecognizer.Recognize(source);
        return _readers[kind].Read(source, session);
    }

    /// <summary>Opens and reads one source; what ends it early becomes its last result.</summary>
    private static IEnumerable<IntakeResult> Guarded(
        string name, Func<InputSource> open, Func<InputSource, IEnumerable<IntakeResult>> read)
    {
        InputSource? source = null;
        IEnumerator<IntakeResult>? results = null;
        try
        {
            while (true)
            {
                IntakeResult next;
                var ended = false;
                try
                {
                    source ??= open();
                    results ??= read(source).GetEnumerator();
                    if (!results.MoveNext()) yield break;
                    next = results.Current;
                }
                catch (Exception e) when (e is IntakeException or IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    next = Problem(name, e);
                    ended = true;
                }

                yield return next;
                if (ended) yield break;
            }
        }
        finally
        {
            results?.Dispose();
            if (name != "-") source?.Dispose();
        }
    }

    private static IntakeProblem Problem(string input, Exception error) => error switch
    {
        IntakeException e => new(input, e.Line, e.Name, e.Message, e.Kind),
        UnauthorizedAccessException e => new(input, null, "unreadable", e.Message, IntakeFailure.Missing),
        InvalidDataException e => new(input, null, "damaged-file", e.Message, IntakeFailure.Invalid),
        _ => new(input, null, "unreadable", error.Message, IntakeFailure.Missing),
    };
}
