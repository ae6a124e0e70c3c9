using System.Collections.Concurrent;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Claims;
using Demarche.Knowledge.Frames;
using Demarche.Knowledge.Places;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge;

/// <summary>
/// All that the program knows, loaded from the compiled artefact. A section is read when it is first asked for. Safe for many
/// threads at once.
/// </summary>
public sealed class KnowledgeBase
{
    private readonly ArtefactFile _artefact;
    private readonly ConcurrentDictionary<string, Lazy<object>> _tables = new(StringComparer.Ordinal);

    private KnowledgeBase(ArtefactFile artefact, IReadOnlyList<Diagnostic> warnings)
    {
        _artefact = artefact;
        Warnings = warnings;
    }

    /// <summary>SHA-256 of the content, overlays included.</summary>
    public string Hash => _artefact.Hash;

    /// <summary>What the check of the overlays found that is no error.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; }

    /// <summary>Where the program's own artefact lies: beside the program.</summary>
    public static string DefaultPath => Path.Combine(AppContext.BaseDirectory, ArtefactFile.FileName);

    /// <summary>Loads the artefact and lays the overlay folders over it, the last on top.</summary>
    /// <param name="path">Null for the program's own.</param>
    /// <exception cref="KnowledgeException">The artefact or an overlay cannot be used; the message says what to do.</exception>
    public static KnowledgeBase Load(string? path = null, IReadOnlyList<string>? overlays = null)
    {
        var artefact = ArtefactFile.Read(path ?? DefaultPath);
        var warnings = new List<Diagnostic>();
        foreach (var folder in overlays ?? [])
            artefact = LayOver(artefact, KnowledgeSources.Read(folder), folder, warnings);
        return new KnowledgeBase(artefact, warnings);
    }

    /// <summary>Compiles text alone: a small knowledge for tests, or a folder that is to stand by itself.</summary>
    public static KnowledgeBase FromSources(IReadOnlyList<SourceFile> files, string name = "knowledge")
    {
        var warnings = new List<Diagnostic>();
        return new KnowledgeBase(LayOver(null, files, name, warnings), warnings);
    }

    /// <summary>States, organisations, groups and persons with their names, offices and agents.</summary>
    public ActorTable Actors => Get(ActorsSection.Instance);

    /// <summary>Towns, regions and areas.</summary>
    public Gazetteer Places => Get(PlacesSection.Instance);

    /// <summary>What can happen: frames, word classes, CAMEO and PLOVER.</summary>
    public FrameTable Frames => Get(FramesSection.Instance);

    /// <summary>Words by which a text tells what somebody says, believes or wants.</summary>
    public CueTable Cues => Get(ClaimsSection.Instance);

    /// <summary>A section's table; read once.</summary>
    public T Get<T>(IKnowledgeSection<T> section)
        where T : class =>
        (T)_tables.GetOrAdd(section.Name, _ => new Lazy<object>(() => _artefact.Open(section))).Value;

    private static ArtefactFile LayOver(ArtefactFile? below, IReadOnlyList<SourceFile> files, string name, List<Diagnostic> warnings)
    {
        var diagnostics = new DiagnosticBag();
        var bytes = KnowledgeCompiler.Compile(KnowledgeSections.All, files, below, diagnostics);
        if (bytes is null) throw new KnowledgeException($"the knowledge in {name}", diagnostics.Sorted());
        warnings.AddRange(diagnostics.Sorted());
        return ArtefactFile.Parse(name, bytes);
    }
}
