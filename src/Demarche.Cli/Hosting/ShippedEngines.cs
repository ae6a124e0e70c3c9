using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Cli.Hosting;

/// <summary>The parser and coder that come with the program.</summary>
public sealed class ShippedEngines : IEngineLoader
{
    public IDocumentParser LoadParser() => LanguagePipeline.Load();

    public IDocumentParser LoadLineParser() => new LineParser(LanguagePipeline.Load());

    public IDocumentCoder LoadCoder(EngineOptions options) => EventCoder.Load(new CodingOptions
    {
        Overlays = options.Knowledge is { } folder ? [folder] : [],
        Explain = options.Explain,
        Learned = options.Learned,
        Least = options.Least,
    });

    private sealed class LineParser(LanguagePipeline pipeline) : IDocumentParser
    {
        public ParsedDocument Parse(Document document) => pipeline.ParseLines(document);
    }
}
