using System.Text.RegularExpressions;

namespace Demarche.Judging;

/// <summary>
/// Draws phrases that may name an actor from the plain text, by expressions that know nothing of the knowledge or the resolver. A person then
/// keeps those that do name a political actor.
/// </summary>
internal static partial class MentionDraw
{
    /// <summary>How many of each kind are shown a year: titles with a name, names before a verb, peoples under arms or in office.</summary>
    private static readonly int[] PerYear = [6, 9, 4];

    /// <summary>Prints for each year the first phrases of the draw: id, offset and length in code points, kind, and the words with what surrounds them.</summary>
    public static int Run(string news, string seed)
    {
        var lots = new SortedDictionary<(int Year, int Kind), PriorityQueue<(Report Report, Group Phrase), string>>();
        foreach (var report in Report.ReadAll(news))
            for (var kind = 0; kind < PerYear.Length; kind++)
            {
                var key = (report.Date.Year, kind);
                if (!lots.TryGetValue(key, out var queue)) lots[key] = queue = new(StringComparer.Ordinal);
                foreach (Match m in Kind(kind).Matches(report.Text)) queue.Enqueue((report, m.Groups["who"]), Report.Lot(seed, $"{report.Id}:{m.Groups["who"].Index}"));
            }
        foreach (var ((_, kind), queue) in lots)
            for (var n = 0; n < PerYear[kind] && queue.TryDequeue(out var drawn, out _); n++) Show(drawn.Report, drawn.Phrase, kind);
        return 0;
    }

    private static void Show(Report r, Group phrase, int kind)
    {
        var start = r.CodePoints(phrase.Index);
        var end = phrase.Index + phrase.Length;
        var before = r.Text[Math.Max(0, phrase.Index - 60)..phrase.Index];
        var after = r.Text[end..Math.Min(r.Text.Length, end + 45)];
        Console.WriteLine($"{r.Id}\t{start}\t{r.CodePoints(end) - start}\t{kind}\t{before}[[{phrase.Value}]]{after}".ReplaceLineEndings(" "));
    }

    private static Regex Kind(int kind) => kind switch { 0 => Titled(), 1 => Subject(), _ => People() };

    private const string Name = @"(?:(?:U\.S\.|U\.N\.|\p{Lu}[\w’'-]*)(?:[ ](?:(?:of|of[ ]the|and|for|de|del|da|dos|al|el|bin|ibn|van|von|der)[ ])?(?:\p{Lu}[\w’'-]*\.?|(?:al|el)-\p{Lu}\w+))*)";

    private const string Title = """
        (?:(?:[Aa]cting|[Dd]eputy|[Vv]ice|[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Jj]ustice|[Oo]pposition|[Rr]ebel|[Mm]ilitary|[Ss]upreme)[ -])*
        (?:[Pp]resident|[Mm]inister|[Ss]ecretary(?:[ -]General)?|[Cc]hancellor|[Pp]remier|[Kk]ing|[Pp]ope|[Ee]mir|[Ll]eader|[Cc]hief|[Cc]ommander|[Gg]eneral|[Aa]mbassador|[Ee]nvoy|[Ss]pokes\w+|
        [Ss]enator|[Gg]overnor|[Mm]ayor|[Dd]irector|[Cc]leric|[Ww]arlord)(?:[ ]of[ ](?:the[ ])?(?:\p{Lu}\w+|Foreign[ ]Affairs|State))?
        """;

    private const string Verb = """
        (?:says?|said|announces?|announced|accuses?|accused|calls?|called|meets?|met|visits?|visited|rejects?|rejected|signs?|signed|agrees?|agreed|condemns?|condemned|threatens?|threatened|
        warns?|warned|urges?|urged|demands?|demanded|orders?|ordered|claims?|claimed|attacks?|attacked|kills?|killed|arrests?|arrested|releases?|released|withdraws?|withdrew|vows?|vowed|
        denies|denied|expels?|expelled|imposes?|imposed|launch(?:es|ed)|bombs?|bombed|votes?|voted|declares?|declared|resigns?|resigned|appoints?|appointed|suspends?|suspended|refuses?|refused)
        """;

    private const RegexOptions Spaced = RegexOptions.IgnorePatternWhitespace;

    [GeneratedRegex($@"(?<![\w.-])(?<who>(?:{Name}(?:'s|’s)?[ ])?{Title}[ ]{Name})", Spaced)]
    private static partial Regex Titled();

    [GeneratedRegex($@"(?<![\w.-])(?!(?:It|He|She|They|This|That|Officials|Authorities|Police|Protesters|Voters|People)\b)(?<who>{Name})[ ](?:has[ ]|have[ ]|also[ ])?{Verb}\b", Spaced)]
    private static partial Regex Subject();

    [GeneratedRegex(
        @"(?<![\w.-])(?<who>(?:U\.S\.|\p{Lu}\w+(?:n|i|ish|ese|ch|US|ss|k|s|nd))[ ](?:(?:security|armed|special|riot|government|opposition|rebel|military)[ ])*" +
        @"(?:government|military|army|troops|soldiers|forces|police|officials?|authorities|militants|rebels|insurgents|parliament|court|diplomats?|fighters|gunmen|lawmakers|navy|protesters|ministry|[Ee]mbassy|journalists?))\b", Spaced)]
    private static partial Regex People();
}
