using Demarche.Intake.Languages;
using Demarche.Intake.Readers;
using Demarche.Intake.Web;
using Demarche.Language;

namespace Demarche.Intake.Feeds;

/// <summary>How feeds are watched.</summary>
public sealed record WatchOptions
{
    public IntakeOptions Intake { get; init; } = IntakeOptions.Default;

    /// <summary>Fetch the page of each item; else the text in the feed itself is taken.</summary>
    public bool FetchArticles { get; init; } = true;

    /// <summary>Least time between two requests to one host.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Feeds worked on at once; they wait for one another at a host they share.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>Tries that an item is given, one a round.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Longest pause after failures; it doubles from a minute.</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromHours(6);
}

/// <summary>What came of one feed in one round.</summary>
/// <param name="Outcome">"read", "not modified", "waiting", or the failure's fixed name.</param>
public sealed record FeedReport(Uri Feed, string Outcome, string? Message)
{
    public int Items { get; init; }

    /// <summary>Articles stored in this round.</summary>
    public int New { get; init; }

    /// <summary>Items not stored for their language.</summary>
    public int OtherLanguages { get; init; }

    /// <summary>Items that could not be read; they are tried again in later rounds until they are given up.</summary>
    public int Failed { get; init; }
}

/// <summary>
/// Reads feeds round by round into a <see cref="WatchStore"/>. A feed's validators are saved only once all its items are settled, so
/// that a crash in the middle costs a request, not an article.
/// </summary>
public sealed class FeedWatcher : IDisposable
{
    private readonly WatchStore _store;
    private readonly WatchOptions _options;
    private readonly TimeProvider _time;
    private readonly WebFetcher _fetcher;
    private readonly PoliteFetcher _polite;
    private readonly DocumentIntake _intake = new();

    public FeedWatcher(WatchStore store, WatchOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _store = store;
        _options = options;
        _time = time ?? TimeProvider.System;
        _fetcher = new WebFetcher(options.Intake.Limits, options.Intake.AllowPrivate);
        _polite = new PoliteFetcher(_fetcher, options.Pace, _time);
    }

    /// <summary>One round over all feeds; each report is given as soon as its feed is done.</summary>
    public async Task RoundAsync(IReadOnlyList<Uri> feeds, Action<FeedReport> report, CancellationToken cancel = default)
    {
        var turn = new Lock();
        await Parallel.ForEachAsync(
            feeds,
            new ParallelOptions { MaxDegreeOfParallelism = _options.Parallel, CancellationToken = cancel },
            async (feed, stop) =>
            {
                var done = await FeedAsync(feed, stop).ConfigureAwait(false);
                lock (turn) report(done);
            }).ConfigureAwait(false);
    }

    public void Dispose() => _fetcher.Dispose();

    private async Task<FeedReport> FeedAsync(Uri feed, CancellationToken cancel)
    {
        var key = feed.ToString();
        var state = _store.Feed(key);
        if (state.Next > _time.GetUtcNow()) return new FeedReport(feed, "waiting", $"not before {state.Next:u}");
        switch (await _polite.FetchAsync(feed, state.ETag, state.Modified, cancel).ConfigureAwait(false))
        {
            case NotModified:
                _store.Save(key, state with { Next = null, Failures = 0 });
                return new FeedReport(feed, "not modified", null);
            case FetchFailed e:
                return Failed(feed, state, e.Name, e.Message, e.RetryAfter);
            case Fetched f:
                return await ItemsAsync(feed, state, f, cancel).ConfigureAwait(false);
            default:
                throw new InvalidOperationException("a fetch ended in no known way");
        }
    }

    private FeedReport Failed(Uri feed, FeedState state, string name, string message, TimeSpan? wait)
    {
        var failures = state.Failures + 1;
        var backOff = wait ?? TimeSpan.FromMinutes(Math.Min(Math.Pow(2, failures - 1), _options.LongestBackOff.TotalMinutes));
        if (backOff > _options.LongestBackOff * 4) backOff = _options.LongestBackOff * 4;
        _store.Save(feed.ToString(), state with { Next = _time.GetUtcNow() + backOff, Failures = failures });
        return new FeedReport(feed, name, message);
    }

    private async Task<FeedReport> ItemsAsync(Uri feed, FeedState state, Fetched fetched, CancellationToken cancel)
    {
        ParsedFeed parsed;
        try
        {
            parsed = FeedParser.Parse(Text.TextDecoder.DecodePage(fetched.Body, fetched.Charset));
        }
        catch (IntakeException e)
        {
            return Failed(feed, state, e.Name, e.Message, null);
        }

        int stored = 0, other = 0, failed = 0, open = 0;
        foreach (var item in parsed.Items)
        {
            cancel.ThrowIfCancellationRequested();
            var key = ItemKey.Of(item);
            if (_store.IsDone(key)) continue;
            switch (await ArticleAsync(item, parsed.Title, cancel).ConfigureAwait(false))
            {
                case IntakeDocument d:
                    if (_store.Add(key, d.Document)) stored++;
                    break;
                case IntakeSkipped:
                    if (_store.Add(key, null)) other++;
                    break;
                default:
                    failed++;
                    if (!_store.Failed(key, _options.Tries)) open++;
                    break;
            }
        }

        // With an item still open the feed must come whole again next time.
        _store.Save(feed.ToString(), open == 0 ? new FeedState(fetched.ETag, fetched.LastModified, null, 0) : new FeedState(null, null, null, 0));
        return new FeedReport(feed, "read", null) { Items = parsed.Items.Count, New = stored, OtherLanguages = other, Failed = failed };
    }

    private async Task<IntakeResult> ArticleAsync(ParsedItem item, string? publisher, CancellationToken cancel)
    {
        if (!_options.FetchArticles || item.Link is null) return FromFeed(item, publisher);
        switch (await _polite.FetchAsync(item.Link, cancel: cancel).ConfigureAwait(false))
        {
            case Fetched f:
                return FromPage(item, publisher, f);
            case FetchFailed e:
                return new IntakeProblem(item.Link.ToString(), null, e.Name, e.Message, e.Kind);
            default:
                return new IntakeProblem(item.Link.ToString(), null, "http-error", "not modified, though nothing was asked", IntakeFailure.Unavailable);
        }
    }

    private IntakeResult FromPage(ParsedItem item, string? publisher, Fetched f)
    {
        var source = new InputSource(f.Address.ToString(), new MemoryStream(f.Body), Path.GetFileName(f.Address.AbsolutePath))
        {
            Address = f.Address,
            MediaType = f.MediaType,
            Charset = f.Charset,
        };
        var options = _options.Intake with { SplitLiveBlogs = false };
        var read = _intake.ReadOne(source, options).FirstOrDefault();
        return read switch
        {
            IntakeDocument d => d with { Document = Filled(d.Document, item, publisher) },
            null => new IntakeProblem(source.Name, null, "no-article", "No article was found in the page.", IntakeFailure.Invalid),
            _ => read,
        };
    }

    /// <summary>The feed knows what the page leaves out.</summary>
    private static Document Filled(Document d, ParsedItem item, string? publisher) => d with
    {
        Date = d.Date ?? item.Date,
        Title = d.Title ?? item.Title,
        Publisher = d.Publisher ?? publisher,
        Url = d.Url ?? item.Link?.ToString(),
    };

    private IntakeResult FromFeed(ParsedItem item, string? publisher)
    {
        var input = item.Link?.ToString() ?? item.Id ?? "item";
        if (string.IsNullOrWhiteSpace(item.Text)) return new IntakeProblem(input, null, "empty-text", "The feed's item has no text.", IntakeFailure.Invalid);
        var document = Filled(new Document(item.Id ?? Document.IdOf(item.Text), item.Text), item, publisher);
        return LanguageGate.Pass(new IntakeDocument(document, input, null), _options.Intake.Languages);
    }
}
