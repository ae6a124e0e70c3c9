using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Ledger.Tests;

/// <summary>
/// Builds coded documents out of our own sentences about invented states, so that the ledger is tested without a coder.
/// Each sentence is a line; each act names its trigger word as it stands in the text.
/// </summary>
internal sealed class Story(string id, string? date, string text)
{
    private readonly List<EventMention> _events = [];

    public string? Publisher { get; init; }

    public static ActorIdentity Actor(string code) => new(code switch
    {
        "VEL" => "Veldania",
        "MOR" => "Morvia",
        "KES" => "Kestland",
        _ => code,
    }, code, ["GOV"], code + "GOV");

    /// <summary>The id that the next act gets.</summary>
    public string NextId => $"{id}-{_events.Count}";

    public Story Measure(
        string source, string target, string trigger, string kind, long? count = null, EventStatus status = EventStatus.Actual, string? day = null,
        string? answers = null, bool cue = false, string? effective = null, bool background = false, double confidence = .9, CountRange? range = null,
        string? about = null)
    {
        var (cameo, quad, goldstein) = kind switch
        {
            "diplomats_expelled" or "ambassador_expelled" => ("161", 4, -4.0),
            "mission_closed" or "relations_severed" => ("161", 4, -4.0),
            "sanctions_imposed" => ("163", 4, -8.0),
            "sanctions_lifted" => ("085", 2, 7.0),
            "agreement_signed" => ("057", 1, 8.0),
            "troops_deployed" => ("152", 4, -7.2),
            _ => ("160", 4, -4.0),
        };
        var at = SpanOf(trigger);
        var measure = new MeasureDetail(kind, count)
        {
            Range = range,
            Effective = effective is null ? null : new EventDate(at, Day(effective), DateBasis.Stated, DatePrecision.Day, effective),
            Response = answers is null && !cue && about is null ? null : new MeasureResponse(at, about is null ? at : SpanOf(about), answers),
        };
        return Add(source, target, trigger, cameo, quad, goldstein, new PloverType("SANCTION", "expel", ["diplomatic"]), measure, status, day, background, confidence, null);
    }

    public Story Act(
        string source, string target, string trigger, string cameo, int quad, double goldstein, string type, EventStatus status = EventStatus.Actual,
        string? day = null, bool background = false, double confidence = .9, EventPlace? place = null) =>
        Add(source, target, trigger, cameo, quad, goldstein, new PloverType(type, null, []), null, status, day, background, confidence, place);

    /// <summary>Makes the last act's target a person, or a part of its country.</summary>
    public Story Toward(string? person, string country, string? part = null)
    {
        var last = _events[^1];
        var actor = Actor(country) with { Sectors = [] };
        actor = person is not null ? actor with { Name = person, Person = person, ActorId = null } : part is not null ? actor with { Name = part, ActorId = part } : actor;
        _events[^1] = last with { Target = last.Target! with { Actor = actor } };
        return this;
    }

    /// <summary>Says in which words the last act's parties, and its place, are read.</summary>
    public Story In(string? source = null, string? target = null, string? place = null, bool asserted = true)
    {
        var last = _events[^1];
        _events[^1] = last with
        {
            Source = source is null ? last.Source : last.Source! with { Span = SpanOf(source) },
            Target = target is null ? last.Target : last.Target! with { Span = SpanOf(target) },
            Place = place is null ? last.Place : new EventPlace(SpanOf(place), place, "MOR", 1, 1, PlacePrecision.City),
            Attribution = last.Attribution with { Asserted = asserted },
        };
        return this;
    }

    public CodedDocument Coded() => new(Document)
    {
        SentenceCount = text.Count(c => c == '\n') + 1,
        Events = _events,
    };

    public Document Document => new(id, text) { Date = date is null ? null : Day(date), Publisher = Publisher };

    private Story Add(
        string source, string target, string trigger, string cameo, int quad, double goldstein, PloverType plover, MeasureDetail? measure, EventStatus status,
        string? day, bool background, double confidence, EventPlace? place)
    {
        var at = SpanOf(trigger);
        var start = text.LastIndexOf('\n', at.Start) + 1;
        var end = text.IndexOf('\n', at.Start) is var n && n < 0 ? text.Length : n;
        _events.Add(new EventMention
        {
            Id = NextId,
            Sentence = text[..start].Count(c => c == '\n'),
            SentenceSpan = new Span(start, end),
            Source = new EventParty(NameSpan(source, at), Actor(source)),
            Target = new EventParty(NameSpan(target, at), Actor(target)),
            Type = new EventType(cameo, "label of " + cameo, plover, quad, goldstein),
            Trigger = at,
            Measure = measure,
            Date = day is not null ? new EventDate(at, Day(day), DateBasis.Stated, DatePrecision.Day, day)
                : date is null ? null : new EventDate(null, Day(date), DateBasis.Document, DatePrecision.Day, date),
            Place = place,
            Status = status,
            Background = background,
            Confidence = confidence,
            Frame = "test",
        });
        return this;
    }

    private Span NameSpan(string code, Span fallback)
    {
        var name = Actor(code).Name;
        var at = text.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? fallback : new Span(at, at + name.Length);
    }

    private Span SpanOf(string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0) throw new ArgumentException($"'{words}' is not in the text of {id}");
        return new Span(at, at + words.Length);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}

/// <summary>Gives back the stories it was given, in place of a coder.</summary>
internal sealed class StoryCoder(IEnumerable<Story> stories) : IDocumentCoder
{
    private readonly ImmutableDictionary<string, CodedDocument> _byId = stories.ToImmutableDictionary(s => s.Document.Id, s => s.Coded());

    public CodedDocument Code(Document document) => _byId[document.Id];
}

/// <summary>A ledger in a folder of its own, gone after the test.</summary>
internal sealed class TestLedger : IDisposable
{
    public static readonly CoderVersions Versions = new("demarche 0.1.0", "none", "stories");

    public string Folder { get; } = Directory.CreateTempSubdirectory("demarche-ledger-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "test.ledger");

    public IngestProgress Ingest(params Story[] stories) => Ingest(Versions, false, stories);

    public IngestProgress Ingest(CoderVersions versions, bool recode, params Story[] stories) =>
        new LedgerIngest(Path, new StoryCoder(stories), new IngestOptions(versions) { Threads = 2, Batch = 7, Recode = recode })
            .Run(stories.Select(s => s.Document));

    public SqliteLedger Open() => SqliteLedger.Open(Path);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
