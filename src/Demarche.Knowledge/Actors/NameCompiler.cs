using Demarche.Knowledge.Names;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Actors;

/// <summary>Puts the names, adjectives, titles and nouns of all entries into the lexicon.</summary>
internal sealed class NameCompiler(ActorModel model, LexiconBuilder lexicon, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, List<(ActorEntry Entry, DateRange Range)>> _fullNames = new(StringComparer.Ordinal);

    public void AddActor(ActorEntry entry)
    {
        var kind = ActorVocabulary.Kinds[entry.Word];
        AddName(entry, kind, entry.Name, DateRange.Always, entry.At);
        foreach (var p in entry.Properties)
        {
            foreach (var (form, at) in p.Parts())
            {
                switch (p.Key)
                {
                    case "names": AddName(entry, kind, form, p.Range, at); break;
                    case "adjectives": Add(entry, form, SenseKind.Adjective, p.Range, at); break;
                    case "demonyms": Add(entry, form, SenseKind.Demonym, p.Range, at); break;
                    case "capital": Add(entry, form, SenseKind.Capital, p.Range, at); break;
                    case "metonyms": Add(entry, form, SenseKind.Metonym, p.Range, at); break;
                    case "description": Add(entry, form, SenseKind.Description, p.Range, at); break;
                }
            }
        }
        if (kind == ActorKind.Group && ActorVocabulary.Description(entry.Word) is { } nouns && entry.Properties.All(p => p.Key != "description"))
            foreach (var noun in nouns.Split('|', StringSplitOptions.TrimEntries)) Add(entry, noun, SenseKind.Description, DateRange.Always, entry.At);
    }

    public void AddOffice(ActorEntry entry)
    {
        foreach (var p in entry.Properties.Where(p => p.Key == "titles"))
            foreach (var (title, at) in p.Parts()) AddNoun(entry, title, SenseKind.Office, p.Range, at);
    }

    public void AddAgent(ActorEntry entry)
    {
        foreach (var p in entry.Properties.Where(p => p.Key == "nouns"))
            foreach (var (noun, at) in p.Parts()) AddNoun(entry, noun, SenseKind.Agent, p.Range, at);
    }

    /// <summary>Names of two words or more that two actors bear at the same time.</summary>
    public void ReportDuplicates()
    {
        foreach (var (name, bearers) in _fullNames.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            for (var i = 1; i < bearers.Count; i++)
            {
                var (entry, range) = bearers[i];
                var other = bearers.Take(i).FirstOrDefault(b => b.Entry != entry && b.Range.Overlaps(range)).Entry;
                if (other is null || other == entry) continue;
                diagnostics.Warning(
                    "KN028", entry.At, $"'{name}' is a name of both {entry.Id} and {other.Id}",
                    "drop it from one of them or date the two, or the one entered first is taken");
            }
        }
    }

    private void AddName(ActorEntry entry, ActorKind kind, string form, DateRange range, SourcePosition at)
    {
        var single = !form.Contains(' ');
        if (kind == ActorKind.Person && !single && form == entry.Name && LastWord(form) is { Length: >= 4 } surname)
            Add(entry, surname, SenseKind.Name, range, at, SenseFlags.Surname | SenseFlags.Implied);
        Add(entry, form, SenseKind.Name, range, at, kind == ActorKind.Person && single ? SenseFlags.Surname : SenseFlags.None);
        if (single) return;
        if (!_fullNames.TryGetValue(form, out var bearers)) _fullNames[form] = bearers = [];
        bearers.Add((entry, range));
    }

    private static string? LastWord(string name) => char.IsUpper(name[name.LastIndexOfAny([' ', '-']) + 1]) ? name[(name.LastIndexOfAny([' ', '-']) + 1)..] : null;

    private void AddNoun(ActorEntry entry, string form, SenseKind kind, DateRange range, SourcePosition at)
    {
        var only = -1;
        var sign = form.LastIndexOf('@');
        if (sign > 0)
        {
            var id = form[(sign + 1)..].Trim();
            form = form[..sign].Trim();
            if (model.Actor(id) is { } actor) only = actor.Index;
            else diagnostics.Error("KN023", at with { Column = at.Column + sign + 1 }, $"there is no actor '{id}'", "enter it, or correct the code after @");
        }
        Add(entry, form, kind, range, at, SenseFlags.None, only);
        Add(entry, Plurals.OfPhrase(form), kind, range, at, SenseFlags.Plural, only);
    }

    private void Add(
        ActorEntry entry, string form, SenseKind kind, DateRange range, SourcePosition at, SenseFlags flags = SenseFlags.None, int only = -1)
    {
        if (!lexicon.Add(form, new Sense(entry.Index, kind, flags, range.From, range.To, 0, only)))
            diagnostics.Error("KN029", at, $"'{form}' holds no word", "write a name with letters or digits");
    }
}
