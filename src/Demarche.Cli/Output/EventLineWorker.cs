using System.Buffers;
using System.Text.Json;
using Demarche.Cli.Hosting;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Intake;
using Demarche.Language;

namespace Demarche.Cli.Output;

/// <summary>Codes documents and writes their events, one JSON object a line. One to a thread.</summary>
internal sealed class EventLineWorker(IDocumentCoder coder, CodeCounts counts, bool explain) : OrderedPipeline<IntakeDocument>.Worker
{
    private Utf8JsonWriter? _json;

    /// <summary>Codes a document; a fault of the engine names the document, so that it can be found among many.</summary>
    public static CodedDocument Coded(IDocumentCoder coder, Document document)
    {
        try
        {
            return coder.Code(document);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            throw new CliException(
                ExitCodes.Software,
                $"internal error at document '{document.Id}': {e.GetType().Name}: {e.Message} ({ErrorReport.Place(e)}); please report it with that document",
                e);
        }
    }

    public override void Write(IntakeDocument item, ArrayBufferWriter<byte> output)
    {
        var coded = Coded(coder, item.Document);
        counts.Add(coded.SentenceCount, coded.Events.Count);
        if (coded.Events.Count == 0) return;
        var points = new CodePoints(item.Document.Text);
        _json ??= new Utf8JsonWriter(output, JsonOutput.Line);
        foreach (var e in coded.Events)
        {
            _json.Reset(output);
            EventJson.Write(_json, coded, e, points, explain);
            _json.Flush();
            output.Write("\n"u8);
        }
    }
}
