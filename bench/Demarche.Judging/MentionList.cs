using System.Globalization;
using Demarche.Coding;
using Demarche.Coding.Mentions;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Judging;

/// <summary>Scores the program on the list of mentions that a person judged: the country, the person and the office of each on its report's day.</summary>
internal static class MentionList
{
    private sealed record Row(string Report, int Offset, int Length, string[] Countries, string Person, string[] Offices)
    {
        public static Row Parse(string line)
        {
            var f = line.Split('\t');
            return new Row(f[0], int.Parse(f[1], CultureInfo.InvariantCulture), int.Parse(f[2], CultureInfo.InvariantCulture), f[3].Split('|'), f[4],
                f[5].Split('|', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public static int Run(string list, string news)
    {
        if (!File.Exists(news))
        {
            Console.WriteLine($"skipped: {news} is not here, and the list holds references to it only");
            return 0;
        }
        var rows = File.ReadLines(list).Where(l => l.Length > 0 && l[0] != '#').Select(Row.Parse).ToLookup(r => r.Report);
        var knowledge = KnowledgeBase.Load();
        var pipeline = LanguagePipeline.Load();
        var offices = Enumerable.Range(0, knowledge.Actors.OfficeCount).Select(knowledge.Actors.Office).ToLookup(o => o.Name, o => o.Id);
        var years = new SortedDictionary<int, int[]>();
        foreach (var report in Report.ReadAll(news).Where(r => rows.Contains(r.Id)))
        {
            var parsed = pipeline.Parse(new Document(report.Id, report.Text) { Date = report.Date });
            var table = MentionResolver.Resolve(parsed, knowledge);
            var mentions = table.All.Concat(Modifiers(parsed, table)).ToList();
            foreach (var row in rows[report.Id])
            {
                var start = report.Utf16(row.Offset);
                var end = report.Utf16(row.Offset + row.Length);
                var best = mentions.Where(m => m.Span.Start < end && m.Span.End > start).MaxBy(m => Math.Min(end, m.Span.End) - Math.Max(start, m.Span.Start));
                var actor = best?.Actor;
                var country = row.Countries.Contains(actor?.Country ?? "~");
                var person = row.Person.Length > 0 && actor?.Person is { } name && PersonNames.Same(name, row.Person);
                var office = row.Offices.Length > 0 && (actor?.Role is { } role ? offices[role].Any(row.Offices.Contains) : row.Offices.Contains("~"));
                var known = person && actor?.ActorId is { } id && knowledge.Actors.Find(id) is not null;
                if (!years.TryGetValue(report.Date.Year, out var n)) years[report.Date.Year] = n = new int[7];
                Add(n, true, country, row.Person.Length > 0, person, row.Offices.Length > 0, office, known);
                if (country && (person || row.Person.Length == 0) && (office || row.Offices.Length == 0)) continue;
                Console.Error.WriteLine($"{report.Id}\t{report.Text[start..end]}\t{string.Join('|', row.Countries)} {row.Person} {string.Join('|', row.Offices)}\t{best?.Basis} {actor?.Country} {actor?.Person} {actor?.Role}");
            }
        }
        var sum = new int[7];
        foreach (var (year, n) in years)
        {
            Print(year.ToString(CultureInfo.InvariantCulture), n);
            for (var i = 0; i < sum.Length; i++) sum[i] += n[i];
        }
        Print("all", sum);
        return 0;
    }

    /// <summary>Adjectives and names before other nouns ("Chadian army positions"), which the parties of events are read from but the layer leaves out.</summary>
    private static IEnumerable<ActorMention> Modifiers(ParsedDocument parsed, MentionTable table)
    {
        for (var s = 0; s < parsed.Sentences.Count; s++)
            for (var t = 0; t < parsed.Sentences[s].Count; t++)
                if (table.ModifierAt(s, t) is { } modifier) yield return modifier;
    }

    private static void Add(int[] counts, params ReadOnlySpan<bool> what)
    {
        for (var i = 0; i < what.Length; i++) counts[i] += what[i] ? 1 : 0;
    }

    private static void Print(string label, int[] n) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{label}\tmentions {n[0]}\tcountry {Share(n[1], n[0])}\tpersons {n[2]}\tright {Share(n[3], n[2])}\tin the knowledge {Share(n[6], n[2])}\toffices {n[4]}\tright {Share(n[5], n[4])}"));

    private static string Share(int part, int whole) => whole == 0 ? "-" : ((double)part / whole).ToString("F3", CultureInfo.InvariantCulture);
}
