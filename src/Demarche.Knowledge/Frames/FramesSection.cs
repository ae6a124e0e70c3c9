using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Frames;

/// <summary>The section of frames, word classes and ontology: the files under <c>frames/</c>, <c>lexicon/</c> and <c>ontology/</c>.</summary>
public sealed class FramesSection : IKnowledgeSection<FrameTable>
{
    public static readonly FramesSection Instance = new();

    private static readonly HashSet<string> NoFreeProperties = [];

    public string Name => "frames";

    public int Version => 1;

    public bool Owns(string path) =>
        path.StartsWith("frames/", StringComparison.Ordinal) || path.StartsWith("lexicon/", StringComparison.Ordinal)
        || path.StartsWith("ontology/", StringComparison.Ordinal);

    public void Compile(SectionInput input, SectionWriter output, DiagnosticBag diagnostics)
    {
        var below = input.Below is null ? [] : SourceArchive.Read(input.Below);
        IReadOnlyList<SourceFile> files = [.. below, .. input.Files];
        Build(files, diagnostics);
        SourceArchive.Write(output, files);
    }

    public FrameTable Read(SectionReader reader) => new(Build(SourceArchive.Read(reader), new DiagnosticBag()));

    // The text is small, so the artefact holds it checked but not laid out: reading it takes a few milliseconds.
    private static FrameModel Build(IReadOnlyList<SourceFile> files, DiagnosticBag diagnostics)
    {
        var model = new FrameModel();
        foreach (var file in files)
            foreach (var entry in EntryReader.Read(file, NoFreeProperties, diagnostics)) model.Add(entry, diagnostics);
        model.Finish(diagnostics);
        return model;
    }
}
