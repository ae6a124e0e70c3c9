using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>
/// Codes documents: who did what to whom. Runs the steps in their order: language, mentions, times, places and claims, frames,
/// composition, parties, status, scoring, selection, response. Safe for use by many threads at once.
/// </summary>
public sealed class EventCoder(IDocumentParser parser, KnowledgeBase knowledge, IEventScorer? scorer = null, CodingOptions? options = null) : IDocumentCoder
{
    private readonly CodingOptions _options = options ?? CodingOptions.Default;
    private readonly StatusStep _status = new(knowledge.Frames, knowledge.Cues);
    private readonly LemmaRepair _repair = new(knowledge.Frames);

    public KnowledgeBase Knowledge => knowledge;

    public IDocumentParser Parser => parser;

    /// <summary>Loads models and knowledge from beside the program, or from where the options say.</summary>
    /// <exception cref="KnowledgeException">The knowledge cannot be used; the message says what to do.</exception>
    public static EventCoder Load(CodingOptions? options = null)
    {
        options ??= CodingOptions.Default;
        return new EventCoder(LanguagePipeline.Load(options.Models), KnowledgeBase.Load(options.Knowledge, options.Overlays),
            options.Learned ? LearnedScorer.Load(options.Models) : null, options);
    }

    public CodedDocument Code(Document document) => Code(parser.Parse(document));

    /// <summary>Codes a document that is parsed already.</summary>
    public CodedDocument Code(ParsedDocument parsed)
    {
        var document = parsed.Document;
        var mentions = MentionResolver.Resolve(parsed, knowledge);
        var frames = knowledge.Frames;
        var matcher = new FrameMatcher(frames, mentions, _repair);
        var composer = new Composer(frames, matcher, mentions);
        var obligation = new Obligation(frames, mentions);
        var fallback = new PartyFallback(mentions);
        var circumstances = new Circumstances(parsed, knowledge, mentions);
        var writer = new EventWriter(frames, document, circumstances);
        var events = new List<EventMention>();
        foreach (var s in parsed.Sentences)
        {
            var matches = matcher.Match(s, _options.Explain);
            if (matches.Count == 0 && scorer is null) continue;
            var candidates = composer.Compose(s, matches, _options.Explain);
            obligation.Add(s, candidates, _options.Explain);
            if (_options.Learned) scorer?.Propose(s, candidates, _options.Explain);
            foreach (var e in candidates)
            {
                fallback.Fill(s, e);
                _status.Read(s, e);
                if (_options.Learned) scorer?.Assign(s, e, mentions);
                PartyGate.Check(s, e);
                PassiveAgent.Fill(s, e, mentions);
                if (NotDone.Is(s, e)) e.Dropped = true;
            }
            if (_options.Learned) scorer?.Score(s, candidates);
            Selection.InSentence(s, candidates);
            if (_options.Learned) scorer?.Judge(s, candidates);
            foreach (var e in candidates)
            {
                _status.Settle(s, e);
                if (e.Measure is not null) e.Response = ResponseReading.Of(s, e);
                writer.Write(s, e, events);
            }
        }
        var one = Selection.InDocument(events);
        if (_options.Learned && scorer is not null) Telling.Keep(one, document.Date is not null, _options.Least);
        var kept = Answers.Link(parsed.Sentences, one);
        if (kept.Exists(e => e.Measure is not null)) TakingEffect.Link(parsed, circumstances.TimeTable, mentions, kept);
        return new CodedDocument(document)
        {
            SentenceCount = parsed.Sentences.Count,
            Events = kept,
            Actors = mentions.All,
            Places = circumstances.Places,
            Times = circumstances.Times,
            Claims = circumstances.Claims,
            Measures = MeasuresOf(kept),
        };
    }

    private static List<Measure> MeasuresOf(List<EventMention> events)
    {
        var measures = new List<Measure>();
        foreach (var e in events)
            if (e.Measure is { } m)
                measures.Add(new Measure(e.Trigger, m.Kind, e.Source?.Actor, e.Target?.Actor, m.Count, e.Status, m.Response is not null, e.Id));
        return measures;
    }
}
