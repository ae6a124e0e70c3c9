using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Demarche.Cli.Hosting;
using Demarche.Coding;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Cli.Tests;

/// <summary>An engine that needs no model: it makes an event of every "A verb B" among a few invented states and verbs.</summary>
internal sealed partial class ScriptedEngines : IEngineLoader, IDocumentCoder, IDocumentParser
{
    private static readonly Dictionary<string, (string Cameo, string Label, string? Plover, int Quad, double Goldstein, string? Measure)> Verbs = new()
    {
        ["expelled"] = ("161", "Reduce or break diplomatic relations", "SANCTION", 4, -4, "diplomats_expelled"),
        ["met"] = ("040", "Consult, not specified below", "CONSULT", 1, 1, null),
        ["accused"] = ("112", "Accuse, not specified below", "ACCUSE", 3, -2, null),
        ["named"] = ("010", "Make statement, not specified below", null, 1, 0, null),
    };

    public Exception? OnLoad { get; init; }

    public EngineOptions? Asked { get; private set; }

    public IDocumentParser LoadParser() => OnLoad is null ? this : throw OnLoad;

    public IDocumentParser LoadLineParser() => LoadParser();

    public IDocumentCoder LoadCoder(EngineOptions options)
    {
        Asked = options;
        return OnLoad is null ? this : throw OnLoad;
    }

    public ParsedDocument Parse(Document document)
    {
        var tokens = WordPattern().Matches(document.Text)
            .Select((m, i) => new Token { Start = m.Index, End = m.Index + m.Length, Head = i - 1, Lemma = m.Value, Upos = Upos.NOUN, Deprel = i == 0 ? Deprel.Root : Deprel.Dep, Flags = TokenFlags.SpaceAfter })
            .ToArray();
        return new ParsedDocument(document, [new ParsedSentence(document.Text, 0, tokens)]);
    }

    public CodedDocument Code(Document document)
    {
        if (document.Text.Contains("CRASH", StringComparison.Ordinal)) throw new InvalidOperationException("the engine is broken");
        var events = new List<EventMention>();
        foreach (Match m in EventPattern().Matches(document.Text)) events.Add(Event(document, m));
        return new CodedDocument(document) { SentenceCount = document.Text.Count(c => c == '.'), Events = events };
    }

    private static EventMention Event(Document document, Match m)
    {
        var text = document.Text;
        var verb = Verbs[m.Groups["verb"].Value];
        var start = text.LastIndexOf('.', m.Index) + 1;
        while (start < m.Index && char.IsWhiteSpace(text[start])) start++;
        var end = text.IndexOf('.', m.Index);
        var earlier = m.Groups["when"].Value == "In 2014";
        return new EventMention
        {
            Id = $"{document.Id}-{m.Index}",
            Sentence = text.AsSpan(0, m.Index).Count('.'),
            SentenceSpan = new Span(start, end < 0 ? text.Length : end + 1),
            Source = Party(m.Groups["who"]),
            Target = Party(m.Groups["whom"]),
            Type = new EventType(verb.Cameo, verb.Label, verb.Plover is null ? null : new PloverType(verb.Plover, null, ["diplomatic"]), verb.Quad, verb.Goldstein),
            Trigger = Of(m.Groups["verb"]),
            Measure = verb.Measure is null ? null : new MeasureDetail(verb.Measure, m.Groups["count"].Success ? int.Parse(m.Groups["count"].Value) : null),
            Date = earlier
                ? new EventDate(Of(m.Groups["when"]), new DateOnly(2014, 1, 1), DateBasis.Stated, DatePrecision.Year, "2014")
                : document.Date is { } day ? new EventDate(null, day, DateBasis.Document, DatePrecision.Day, day.ToString("yyyy-MM-dd")) : null,
            Status = m.Groups["not"].Success ? EventStatus.Denied : EventStatus.Actual,
            Background = earlier,
            Attribution = m.Groups["speaker"].Success ? new Attribution(Party(m.Groups["speaker"]), Of(m.Groups["cue"])) { Asserted = false } : Attribution.None,
            Confidence = 0.875,
            Frame = m.Groups["verb"].Value,
            Explanation = ["mention: found the parties by name", $"frame: {m.Groups["verb"].Value}"],
        };
    }

    private static EventParty Party(Group g) =>
        new(Of(g), new ActorIdentity(g.Value, g.Value[..3].ToUpperInvariant(), ImmutableArray.Create("GOV"), g.Value[..3].ToUpperInvariant() + "GOV"));

    private static Span Of(Group g) => new(g.Index, g.Index + g.Length);

    [GeneratedRegex(@"(?:(?<when>In 2014) )?(?<who>Ruritania|Freedonia|Sylvania) (?<not>never )?(?<verb>expelled|met|accused|named)[ \n](?:(?<count>\d+) diplomats of )?(?<whom>Ruritania|Freedonia|Sylvania)(?:, (?<cue>claimed) (?<speaker>Ruritania|Freedonia|Sylvania))?")]
    private static partial Regex EventPattern();

    [GeneratedRegex(@"\S+")]
    private static partial Regex WordPattern();
}
