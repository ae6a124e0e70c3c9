using System.Buffers;
using System.Globalization;
using System.Text;
using Demarche.Intake;
using Demarche.Language;
using Demarche.Language.Conllu;

namespace Demarche.Cli.Output;

/// <summary>Parses documents and writes CoNLL-U. One to a thread.</summary>
internal sealed class ConlluWorker(IDocumentParser parser) : OrderedPipeline<IntakeDocument>.Worker
{
    private readonly StringWriter _text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    public override void Write(IntakeDocument item, ArrayBufferWriter<byte> output)
    {
        var document = item.Document;
        _text.GetStringBuilder().Clear();
        _text.Write($"# newdoc id = {document.Id.ReplaceLineEndings(" ")}\n");
        foreach (var s in parser.Parse(document).Sentences)
            ConlluWriter.Write(_text, document.Text, s.Tokens, $"{document.Id.ReplaceLineEndings(" ")}-{s.Index + 1}");
        foreach (var chunk in _text.GetStringBuilder().GetChunks()) Encoding.UTF8.GetBytes(chunk.Span, output);
    }
}
