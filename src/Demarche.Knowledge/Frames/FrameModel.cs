using System.Globalization;
using Demarche.Knowledge.Ontology;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Frames;

/// <summary>Frames while they are read from text; reports what is wrong with line and column.</summary>
internal sealed class FrameModel
{
    private readonly List<TextEntry> _pending = [];

    public CameoTable Cameo { get; } = new();

    public List<Frame> Frames { get; } = [];

    public List<FramePattern> Patterns { get; } = [];

    public Dictionary<string, HashSet<string>> Classes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Dictionary<string, string>> Maps { get; } = new(StringComparer.Ordinal);

    /// <summary>Support verbs with the status that they lend.</summary>
    public Dictionary<string, string> Support { get; } = new(StringComparer.Ordinal);

    public void Add(TextEntry entry, DiagnosticBag diagnostics)
    {
        switch (entry.Kind)
        {
            case "code": Cameo.Add(entry, diagnostics); break;
            case "class": AddClass(entry, diagnostics); break;
            case "map":
                Maps[entry.Id] = entry.Properties.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
                break;
            case "support": AddSupport(entry, diagnostics); break;
            case "frame" or "operator": _pending.Add(entry); break;
            default:
                diagnostics.Error("KF010", entry.At, $"'{entry.Kind}' is no kind of entry here", "use frame, operator, class, map, support or code");
                break;
        }
    }

    /// <summary>Builds the frames once all classes and maps are known. A later frame with an id takes the place of an earlier.</summary>
    public void Finish(DiagnosticBag diagnostics)
    {
        foreach (var group in _pending.GroupBy(e => e.Id, StringComparer.Ordinal)) AddFrame(group.Last(), diagnostics);
        foreach (var (name, map) in Maps)
            foreach (var code in map.Values)
                if (code != "-" && Cameo.Find(code) is null)
                    diagnostics.Error("KF011", default, $"map {name} gives the unknown code {code}", "use a code from ontology/cameo.txt");
    }

    private void AddClass(TextEntry entry, DiagnosticBag diagnostics)
    {
        if (!Classes.TryGetValue(entry.Id, out var words)) Classes[entry.Id] = words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var p in entry.Properties)
        {
            if (p.Key is not ("words" or "without"))
            {
                diagnostics.Error("KF012", p.At, $"a class has no property '{p.Key}'", "use words, or without to take words out");
                continue;
            }
            foreach (var (text, at) in p.Parts())
            {
                if (p.Key == "without") words.Remove(text);
                else if (text[0] != '@') words.Add(text.ToLowerInvariant());
                else if (Classes.TryGetValue(text[1..], out var other)) words.UnionWith(other);
                else diagnostics.Error("KF013", at, $"there is no class {text} before this line", "define the class above, or correct its name");
            }
        }
    }

    private void AddSupport(TextEntry entry, DiagnosticBag diagnostics)
    {
        if (!FrameVocabulary.Statuses.Contains(entry.Id))
            diagnostics.Error("KF014", entry.At, $"'{entry.Id}' is no status", $"use one of {string.Join(", ", FrameVocabulary.Statuses)}");
        foreach (var p in entry.Properties)
            foreach (var (text, _) in p.Parts()) Support[text] = entry.Id;
    }

    private void AddFrame(TextEntry entry, DiagnosticBag diagnostics)
    {
        var reader = new PatternReader(this, diagnostics);
        TextProperty? Last(string key) => entry.Properties.LastOrDefault(p => p.Key == key);
        foreach (var p in entry.Properties)
            if (!FrameVocabulary.FrameKeys.Contains(p.Key))
                diagnostics.Error("KF020", p.At, $"a frame has no property '{p.Key}'", $"use one of {string.Join(", ", FrameVocabulary.FrameKeys)}");
        var kind = entry.Kind == "operator" ? FrameKind.Operator : FrameKind.Act;
        var code = Last("code");
        if (code is null && kind == FrameKind.Act)
            diagnostics.Error("KF021", entry.At, $"frame {entry.Id} has no code", "add a line such as code: 046");
        if (code is not null) CheckCode(code.Value, code.ValueAt, diagnostics);
        if (Last("measure") is { } measure) CheckMeasure(measure.Value, measure.ValueAt, diagnostics);
        if (Last("status") is { } status && !FrameVocabulary.Statuses.Contains(status.Value))
            diagnostics.Error("KF014", status.ValueAt, $"'{status.Value}' is no status", $"use one of {string.Join(", ", FrameVocabulary.Statuses)}");
        if (Last("map") is { } map && !Maps.ContainsKey(map.Value))
            diagnostics.Error("KF022", map.ValueAt, $"there is no map '{map.Value}'", "define it with a line: map NAME");
        var plover = Last("plover")?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var frame = new Frame
        {
            Id = entry.Id,
            Kind = kind,
            Code = code?.Value,
            Measure = Last("measure")?.Value,
            PloverType = plover.Length > 0 ? plover[0] : null,
            PloverMode = plover.Length > 1 ? plover[1] : null,
            Source = Last("source") is { } s ? reader.SlotList(s) : null,
            Target = Last("target") is { } t ? reader.SlotList(t) : null,
            Symmetric = Last("symmetric")?.Value == "yes",
            Together = Last("symmetric")?.Value == "subjects",
            NeedsBoth = Last("both")?.Value == "yes",
            Alone = Last("alone")?.Value == "yes",
            Foreign = Last("foreign")?.Value == "yes",
            Weight = Last("weight") is { } w ? Number(w, diagnostics) : 0.8,
            Refinements = [.. entry.Properties.Where(p => p.Key == "refine").Select(p => Refine(p, reader, diagnostics))],
            Embeds = Last("embeds") is { } e ? reader.SlotList(e) : [],
            Map = Last("map")?.Value,
            Status = Last("status")?.Value,
        };
        Frames.Add(frame);
        var before = Patterns.Count;
        foreach (var p in entry.Properties)
            if (p.Key is "verb" or "noun" or "adj") reader.AddPatterns(frame, p, Patterns);
        if (Patterns.Count == before)
            diagnostics.Error("KF023", entry.At, $"frame {entry.Id} has no words", "add a line verb:, noun: or adj:");
    }

    private Refinement Refine(TextProperty p, PatternReader reader, DiagnosticBag diagnostics)
    {
        var (head, conditions) = reader.Split(p);
        var parts = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = parts.Length > 0 ? parts[0] : "";
        CheckCode(code, p.ValueAt, diagnostics);
        if (parts.Length > 1) CheckMeasure(parts[1], p.ValueAt, diagnostics);
        return new Refinement(code, parts.Length > 1 ? parts[1] : null, conditions);
    }

    private void CheckCode(string code, SourcePosition at, DiagnosticBag diagnostics)
    {
        if (Cameo.Find(code) is null) diagnostics.Error("KF024", at, $"'{code}' is no CAMEO code", "use a code from ontology/cameo.txt");
    }

    private static void CheckMeasure(string measure, SourcePosition at, DiagnosticBag diagnostics)
    {
        if (!FrameVocabulary.Measures.Contains(measure))
            diagnostics.Error("KF025", at, $"'{measure}' is no kind of measure", "use one of the kinds that docs/frames.md lists");
    }

    private static double Number(TextProperty p, DiagnosticBag diagnostics)
    {
        if (double.TryParse(p.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) && v is > 0 and <= 1) return v;
        diagnostics.Error("KF026", p.ValueAt, $"'{p.Value}' is no weight", "write a number above 0 and up to 1");
        return 0.8;
    }
}
