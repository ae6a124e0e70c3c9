using System.Globalization;
using Demarche.Coding.Scoring;
using Demarche.Language;

namespace Demarche.Judging;

/// <summary>A party that an annotator gave: its words, and the country or body; "?" where the text does not tell which.</summary>
internal readonly record struct GoldParty(Span Span, string Code)
{
    /// <summary>In the place of a code: whoever the words name is right.</summary>
    public const string ByWords = "*";
}

/// <summary>An act that an annotator found in a report.</summary>
internal sealed record GoldAct(Span Trigger, EventClass Class, string Status, IReadOnlyList<GoldParty> Sources, IReadOnlyList<GoldParty> Targets)
{
    /// <summary>True where it may stand either way round: who meets or signs with whom, and sides that are named on both.</summary>
    public bool IsMutual => Class is EventClass.Consult or EventClass.Cooperate || Sources.Count > 1 && Sources.SequenceEqual(Targets);
}

/// <summary>All acts of an annotated report; none where it tells no act.</summary>
internal sealed record GoldReport(string Id, IReadOnlyList<GoldAct> Acts)
{
    /// <summary>Reads the list of references (docs/evaluation.md); spans are in code points.</summary>
    public static List<GoldReport> ReadAll(string path)
    {
        var reports = new List<GoldReport>();
        var acts = new List<GoldAct>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var f = line.Split('\t');
            if (reports.Count == 0 || reports[^1].Id != f[0]) reports.Add(new GoldReport(f[0], acts = []));
            if (f[1] == "-") continue;
            acts.Add(new GoldAct(At(f[1], f[2]), EventClasses.OfPlover(f[3]), f[4], Parties(f[5]), Parties(f[6])));
        }
        return reports;
    }

    /// <summary>The same with spans in UTF-16, as documents have them.</summary>
    public GoldReport In(string text)
    {
        Span Utf16(Span s) => new(Index(text, s.Start), Index(text, s.End));
        return this with
        {
            Acts = [.. Acts.Select(a => a with
            {
                Trigger = Utf16(a.Trigger),
                Sources = [.. a.Sources.Select(p => p with { Span = Utf16(p.Span) })],
                Targets = [.. a.Targets.Select(p => p with { Span = Utf16(p.Span) })],
            })],
        };
    }

    private static int Index(string text, int codePoints)
    {
        var i = 0;
        for (; codePoints > 0 && i < text.Length; codePoints--) i += char.IsSurrogatePair(text, i) ? 2 : 1;
        return i;
    }

    private static Span At(string start, string length)
    {
        var from = int.Parse(start, CultureInfo.InvariantCulture);
        return new Span(from, from + int.Parse(length, CultureInfo.InvariantCulture));
    }

    private static List<GoldParty> Parties(string field)
    {
        var parties = new List<GoldParty>();
        if (field == "-") return parties;
        foreach (var part in field.Split(' '))
        {
            var plus = part.IndexOf('+', StringComparison.Ordinal);
            var equal = part.IndexOf('=', StringComparison.Ordinal);
            parties.Add(new GoldParty(At(part[..plus], part[(plus + 1)..equal]), part[(equal + 1)..]));
        }
        return parties;
    }
}
