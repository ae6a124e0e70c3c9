using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Claims;

/// <summary>The section of the cues of claims: the files under <c>claims/</c>. An overlay adds to what lies below it.</summary>
public sealed class ClaimsSection : IKnowledgeSection<CueTable>
{
    public static readonly ClaimsSection Instance = new();

    private static readonly HashSet<string> NoFreeProperties = [];

    public string Name => "claims";

    public int Version => 1;

    public bool Owns(string path) => path.StartsWith("claims/", StringComparison.Ordinal);

    public CueTable Read(SectionReader reader)
    {
        reader.Bytes();
        return new CueTable(reader);
    }

    public void Compile(SectionInput input, SectionWriter output, DiagnosticBag diagnostics)
    {
        var below = input.Below is null ? [] : SourceArchive.Read(input.Below);
        SourceFile[] files = [.. below, .. input.Files];
        var words = new Names();
        var classes = new Names();
        var rows = new List<CueRow>();
        foreach (var file in files)
            foreach (var entry in EntryReader.Read(file, NoFreeProperties, diagnostics)) Add(entry, words, classes, rows, diagnostics);
        SourceArchive.Write(output, files);
        output.Strings(classes.All);
        output.Strings(words.All);
        output.Array<CueRow>(rows.Distinct().ToArray());
    }

    private static void Add(TextEntry entry, Names words, Names classes, List<CueRow> rows, DiagnosticBag diagnostics)
    {
        if (entry.Kind != "cues")
        {
            diagnostics.Error("KN070", entry.At, $"'{entry.Kind}' is no kind of entry in claims/", "begin with: cues CLASS \"what it is\"");
            return;
        }

        var asserted = false;
        var takes = CueComplements.None;
        foreach (var p in entry.Properties)
        {
            switch (p.Key)
            {
                case "asserted" when p.Value is "yes" or "no":
                    asserted = p.Value == "yes";
                    break;
                case "takes":
                    takes = Takes(p, diagnostics);
                    break;
                case "verbs" or "nouns" or "adjectives" or "phrases":
                    var kind = p.Key switch { "verbs" => CueKind.Verb, "nouns" => CueKind.Noun, "adjectives" => CueKind.Adjective, _ => CueKind.Phrase };
                    foreach (var (text, _) in p.Parts())
                    {
                        var space = text.IndexOf(' ');
                        rows.Add(new CueRow
                        {
                            Kind = kind,
                            Lemma = words.Add(space < 0 ? text : text[..space]),
                            Rest = space < 0 ? -1 : words.Add(text[(space + 1)..]),
                            Class = classes.Add(entry.Id),
                            Asserted = asserted ? (byte)1 : (byte)0,
                            Takes = takes,
                        });
                    }

                    break;
                default:
                    diagnostics.Error("KN071", p.At, $"'{p.Key}: {p.Value}' is not understood", "write asserted: yes or no, takes:, verbs:, nouns:, adjectives: or phrases:");
                    break;
            }
        }
    }

    private static CueComplements Takes(TextProperty p, DiagnosticBag diagnostics)
    {
        var takes = CueComplements.None;
        foreach (var (word, at) in p.Words())
        {
            var one = word switch
            {
                "clause" => CueComplements.Clause,
                "quote" => CueComplements.Quote,
                "to" => CueComplements.Infinitive,
                "object" => CueComplements.Object,
                "as" => CueComplements.Naming,
                _ => CueComplements.None,
            };
            if (one == CueComplements.None) diagnostics.Error("KN072", at, $"'{word}' holds no content", "write some of: clause quote to object as");
            takes |= one;
        }

        return takes;
    }

    /// <summary>Numbers words in the order in which they come.</summary>
    private sealed class Names
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public List<string> All { get; } = [];

        public int Add(string word)
        {
            if (_numbers.TryGetValue(word, out var n)) return n;
            All.Add(word);
            return _numbers[word] = All.Count - 1;
        }
    }
}
