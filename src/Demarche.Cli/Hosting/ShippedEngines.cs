using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Cli.Hosting;

/// <summary>The parser and coder that come with the program.</summary>
public sealed class ShippedEngines : IEngineLoader
{
    public IDocumentParser LoadParser() => LanguagePipeline.Load();

    public IDocumentParser LoadLineParser() => new LineParser(LanguagePipeline.Load());

    public IDocumentCoder LoadCoder(EngineOptions options) => throw new CliException(ExitCodes.Software, "the event coder is not part of this build");

    private sealed class LineParser(LanguagePipeline pipeline) : IDocumentParser
    {
        public ParsedDocument Parse(Document document) => pipeline.ParseLines(document);
    }
}
