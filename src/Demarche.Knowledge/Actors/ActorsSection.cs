using System.Globalization;
using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Names;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Actors;

/// <summary>The section of actors, offices and agents: the files under <c>actors/</c> and <c>agents.txt</c>.</summary>
public sealed class ActorsSection : IKnowledgeSection<ActorTable>
{
    public static readonly ActorsSection Instance = new();

    public string Name => "actors";

    public int Version => 2;

    public bool Owns(string path) =>
        path.StartsWith("actors/", StringComparison.Ordinal) || path is "agents.txt" or "actors.txt" or "offices.txt";

    public ActorTable Read(SectionReader reader)
    {
        reader.Bytes();
        return new ActorTable(reader);
    }

    public void Compile(SectionInput input, SectionWriter output, DiagnosticBag diagnostics)
    {
        var below = input.Below is null ? [] : SourceArchive.Read(input.Below);
        var model = new ActorModel();
        AddFiles(model, below, 0, diagnostics);
        AddFiles(model, input.Files, below.Count > 0 ? 1 : 0, diagnostics);
        SourceArchive.Write(output, [.. below, .. input.Files]);
        Lay(model, output, diagnostics);
    }

    private static void AddFiles(ActorModel model, IReadOnlyList<SourceFile> files, int layer, DiagnosticBag diagnostics)
    {
        foreach (var file in files)
            foreach (var entry in EntryReader.Read(file, ActorVocabulary.FreeProperties, diagnostics)) model.Add(entry, layer, diagnostics);
    }

    private static void Lay(ActorModel model, SectionWriter output, DiagnosticBag diagnostics)
    {
        var strings = new StringPoolBuilder();
        var compiler = new FactCompiler(model, strings, diagnostics);
        var lexicon = new LexiconBuilder();
        var names = new NameCompiler(model, lexicon, diagnostics);
        var rows = new List<ActorRow>();
        var facts = new List<ActorFact>();
        foreach (var entry in model.Actors)
        {
            var own = compiler.FactsOf(entry);
            var (latitude, longitude) = Position(entry, diagnostics);
            rows.Add(new ActorRow(
                ActorVocabulary.Kinds[entry.Word], strings.Add(entry.Id), strings.Add(entry.Name), strings.AddOptional(Last(entry, "cameo")),
                facts.Count, own.Count, latitude, longitude));
            facts.AddRange(own);
            names.AddActor(entry);
        }
        var offices = model.Offices.ConvertAll(o => Noun(o, strings, compiler));
        var agents = model.Agents.ConvertAll(a => Noun(a, strings, compiler));
        model.Offices.ForEach(names.AddOffice);
        model.Agents.ForEach(names.AddAgent);
        names.ReportDuplicates();
        new CycleCheck(model, rows, facts, diagnostics).Run();
        var holders = Holders(rows, facts);
        new HolderCheck(model, holders, diagnostics).Run();

        strings.Write(output);
        output.Array<ActorRow>(rows.ToArray());
        output.Array<ActorFact>(facts.ToArray());
        output.Array<Holder>(holders);
        output.Array<NounRow>(offices.ToArray());
        output.Array<NounRow>(agents.ToArray());
        lexicon.Write(output);
    }

    private static Holder[] Holders(List<ActorRow> rows, List<ActorFact> facts)
    {
        var holders = new List<Holder>();
        for (var i = 0; i < rows.Count; i++)
            foreach (var f in facts.GetRange(rows[i].FirstFact, rows[i].Facts))
                if (f.Kind == FactKind.Role) holders.Add(new Holder(f.Value, f.Other, f.From, f.To, i));
        return [.. holders.OrderBy(h => h.Actor).ThenBy(h => h.Office).ThenBy(h => h.From).ThenBy(h => h.Person)];
    }

    private static NounRow Noun(ActorEntry entry, StringPoolBuilder strings, FactCompiler compiler)
    {
        var sectors = entry.Properties.LastOrDefault(p => p.Key == "sectors");
        return new NounRow(strings.Add(entry.Id), strings.Add(entry.Name), sectors is null ? -1 : strings.Add(compiler.SectorsOf(sectors)), Last(entry, HolderCheck.Property) == HolderCheck.Many);
    }

    private static string? Last(ActorEntry entry, string key) => entry.Properties.LastOrDefault(p => p.Key == key)?.Value;

    private static (double, double) Position(ActorEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Properties.LastOrDefault(p => p.Key == "position") is not { } p) return (double.NaN, double.NaN);
        var words = p.Words().ToList();
        if (words.Count == 2
            && double.TryParse(words[0].Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(words[1].Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180) return (latitude, longitude);
        diagnostics.Error("KN030", p.ValueAt, $"'{p.Value}' is no position", "write latitude and longitude in degrees: 55.75 37.62");
        return (double.NaN, double.NaN);
    }
}
