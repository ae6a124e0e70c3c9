using Demarche.Knowledge;
using Demarche.Knowledge.Text;
using Demarche.Language;

namespace Demarche.Coding.Tests.Events;

/// <summary>The project's own frames with the invented actors, and a coder over hand-made trees.</summary>
internal static class FrameWorld
{
    private static readonly string[] Rooms = ["frames/", "lexicon/", "ontology/", "claims/"];

    public static KnowledgeBase Knowledge { get; } = KnowledgeBase.FromSources(
    [
        .. KnowledgeSources.Read(Path.Combine(AppContext.BaseDirectory, "Invented")),
        .. KnowledgeSources.Read(KnowledgeFolder()).Where(f => Rooms.Any(r => f.Path.StartsWith(r, StringComparison.Ordinal))),
    ]);

    public static CodedDocument Code(string trees, string? date = "2021-10-18") =>
        new EventCoder(new NoParser(), Knowledge, null, new CodingOptions { Explain = true, Learned = false }).Code(Tree.Parse(trees, date));

    public static string Line(EventMention e) => $"{e.Source?.Actor.Country ?? "-"} {e.Type.Cameo} {e.Target?.Actor.Country ?? "-"} {e.Status}";

    private static string KnowledgeFolder()
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (Directory.Exists(Path.Combine(d.FullName, "knowledge", "frames"))) return Path.Combine(d.FullName, "knowledge");
        throw new DirectoryNotFoundException("no knowledge/frames above the tests");
    }

    private sealed class NoParser : IDocumentParser
    {
        public ParsedDocument Parse(Document document) => throw new NotSupportedException("these tests bring their own trees");
    }
}
