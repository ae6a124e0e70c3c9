using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Names;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Places;

/// <summary>The gazetteer: the files under <c>places/</c>.</summary>
public sealed class PlacesSection : IKnowledgeSection<Gazetteer>
{
    public static readonly PlacesSection Instance = new();

    public string Name => "places";

    public int Version => 1;

    public bool Owns(string path) => path.StartsWith("places/", StringComparison.Ordinal);

    public Gazetteer Read(SectionReader reader)
    {
        reader.Bytes();
        return new Gazetteer(reader);
    }

    public void Compile(SectionInput input, SectionWriter output, DiagnosticBag diagnostics)
    {
        IReadOnlyList<SourceFile> files = [.. input.Below is null ? [] : SourceArchive.Read(input.Below), .. input.Files];
        var model = new PlaceModel(diagnostics);
        // Tables first: aliases refer to them.
        foreach (var f in files.OrderBy(f => f.Path.EndsWith(".tsv", StringComparison.Ordinal) ? 0 : 1)) model.Add(f);
        var strings = new StringPoolBuilder();
        var rows = model.Places.ConvertAll(p => new PlaceRow(
            p.Kind, (byte)p.Rank, strings.Add(p.Name), strings.AddOptional(p.Country), strings.AddOptional(p.Division), p.Latitude, p.Longitude, p.Population));
        var lexicon = new LexiconBuilder();
        model.WriteNames(lexicon);
        SourceArchive.Write(output, files);
        strings.Write(output);
        output.Array<PlaceRow>(rows.ToArray());
        lexicon.Write(output);
    }
}
