using System.Collections.Concurrent;
using Demarche.Coding;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Knowledge.Ontology;
using Demarche.Language;
using Demarche.Ledger;
using Demarche.Web.Hosting;

namespace Demarche.Web.Engine;

/// <summary>
/// The coder behind the reader: loaded at the first report that is opened, then kept. Safe for use by many circuits at once.
/// </summary>
public sealed class DeskEngine(DeskOptions options)
{
    /// <summary>Reports kept as read, so that the prerendered page and its circuit read once.</summary>
    private const int Kept = 64;

    private readonly Lazy<Parts> _parts = new(() => new Parts(options.Knowledge));
    private readonly ConcurrentDictionary<string, Lazy<CodedDocument>> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>CAMEO codes with their labels.</summary>
    public CameoTable Cameo => _parts.Value.Explaining.Knowledge.Frames.Cameo;

    /// <summary>Reads a report with the steps that made each event.</summary>
    /// <exception cref="KnowledgeException">The knowledge cannot be used.</exception>
    /// <exception cref="Language.Models.ModelException">A model is missing or damaged.</exception>
    public CodedDocument Read(Document document)
    {
        var key = $"{document.Id} {document.Date:O} {Document.IdOf(document.Text)}";
        var reading = _read.GetOrAdd(key, _ =>
        {
            _order.Enqueue(key);
            while (_order.Count > Kept && _order.TryDequeue(out var oldest)) _read.TryRemove(oldest, out var _);
            return new Lazy<CodedDocument>(() => _parts.Value.Explaining.Code(document));
        });
        return reading.Value;
    }

    /// <summary>Codes what is not kept.</summary>
    /// <param name="explain">With the steps that made each event.</param>
    public CodedDocument Code(Document document, bool explain) => (explain ? _parts.Value.Explaining : _parts.Value.Plain).Code(document);

    /// <summary>Puts reports into the desk's ledger, as <c>demarche ingest</c> would.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written, or another process writes it.</exception>
    /// <exception cref="DocumentCodingException">The coder failed on a report.</exception>
    public IngestProgress Keep(IReadOnlyList<Document> documents)
    {
        var versions = options.Versions?.Invoke() ?? new CoderVersions("demarche desk", "shipped", _parts.Value.Plain.Knowledge.Hash);
        return new LedgerIngest(options.Ledger, _parts.Value.Plain, new IngestOptions(versions) { Threads = 1 }).Run(documents);
    }

    /// <summary>Two coders over one set of models: what the ledger keeps has no explanations in it.</summary>
    private sealed class Parts
    {
        public Parts(string? overlay)
        {
            var settings = new CodingOptions { Overlays = overlay is null ? [] : [overlay], Explain = true };
            var pipeline = LanguagePipeline.Load();
            var knowledge = KnowledgeBase.Load(overlays: settings.Overlays);
            var scorer = LearnedScorer.Load();
            Explaining = new EventCoder(pipeline, knowledge, scorer, settings);
            Plain = new EventCoder(pipeline, knowledge, scorer, settings with { Explain = false });
        }

        public EventCoder Explaining { get; }

        public EventCoder Plain { get; }
    }
}
