using System.Buffers;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Intake;

namespace Demarche.Cli.Output;

/// <summary>Codes documents and writes one layer, one JSON object a line. One to a thread.</summary>
internal sealed class LayerLineWorker(IDocumentCoder coder, string layer) : OrderedPipeline<IntakeDocument>.Worker
{
    private Utf8JsonWriter? _json;

    public override void Write(IntakeDocument item, ArrayBufferWriter<byte> output)
    {
        var coded = EventLineWorker.Coded(coder, item.Document);
        var points = new CodePoints(item.Document.Text);
        switch (layer)
        {
            case "times": Lines(coded.Times, output, (j, x) => LayerJson.Time(j, coded, x, points)); break;
            // What the report itself attributes; a claim within a claim is for the events that stand in it.
            case "claims": Lines([.. coded.Claims.Where(c => c.IsOfTheReport)], output, (j, x) => LayerJson.Claim(j, coded, x, points)); break;
            case "actors": Lines(coded.Actors, output, (j, x) => LayerJson.Actor(j, coded, x, points)); break;
            case "places": Lines(coded.Places, output, (j, x) => LayerJson.Place(j, coded, x, points)); break;
            case "measures": Lines(coded.Measures, output, (j, x) => LayerJson.Measure(j, coded, x, points)); break;
            default: throw new InvalidOperationException($"there is no layer '{layer}'");
        }
    }

    private void Lines<T>(IReadOnlyList<T> items, ArrayBufferWriter<byte> output, Action<Utf8JsonWriter, T> write)
    {
        _json ??= new Utf8JsonWriter(output, JsonOutput.Line);
        foreach (var item in items)
        {
            _json.Reset(output);
            write(_json, item);
            _json.Flush();
            output.Write("\n"u8);
        }
    }
}
