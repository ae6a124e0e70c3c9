using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Coding.Mentions;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;
using Demarche.Language;

namespace Demarche.Training.Mentions;

/// <summary>
/// Measures "adjective, title, Name" ("Kenyan Foreign Minister Alfred Mutua") in dated reports: how often the country of the adjective is found, and a
/// person of the knowledge with an office on that day. The pattern is found by an expression that knows nothing of the resolver. Also times
/// the step against the parser.
/// </summary>
internal static partial class TitleScore
{
    /// <param name="every">Takes one report in so many.</param>
    public static int Run(string news, int every)
    {
        var clock = Stopwatch.StartNew();
        var knowledge = KnowledgeBase.Load();
        _ = knowledge.Actors.Lexicon;
        var loading = clock.Elapsed.TotalMilliseconds;
        _ = knowledge.Places.Lexicon;
        Console.WriteLine($"knowledge loads in {loading:F1} ms, with places {clock.Elapsed.TotalMilliseconds:F1} ms");
        clock.Restart();
        var again = KnowledgeBase.Load();
        _ = (again.Actors.Lexicon, again.Places.Lexicon);
        Console.WriteLine($"a second time, once compiled: {clock.Elapsed.TotalMilliseconds:F1} ms");
        var pipeline = LanguagePipeline.Load();
        var years = new SortedDictionary<int, (int Total, int Country, int Known)>();
        var (parsing, resolving) = (new Stopwatch(), new Stopwatch());
        var number = 0;
        foreach (var line in File.ReadLines(news))
        {
            if (number++ % every != 0) continue;
            var json = JsonDocument.Parse(line).RootElement;
            var text = json.GetProperty("text").GetString()!;
            var date = DateOnly.Parse(json.GetProperty("date").GetString()!, CultureInfo.InvariantCulture);
            parsing.Start();
            var document = pipeline.Parse(new Document("d", text) { Date = date });
            parsing.Stop();
            resolving.Start();
            var table = MentionResolver.Resolve(document, knowledge);
            resolving.Stop();
            foreach (Match m in Pattern().Matches(text)) Count(m, date, table, knowledge, years);
        }
        foreach (var (year, c) in years) Console.WriteLine($"{year}\t{c.Total}\tcountry {(double)c.Country / c.Total:F3}\tknown person in office {(double)c.Known / c.Total:F3}");
        var sum = years.Values.Aggregate((a, b) => (a.Total + b.Total, a.Country + b.Country, a.Known + b.Known));
        Console.WriteLine($"all\t{sum.Total}\tcountry {(double)sum.Country / sum.Total:F3}\tknown person in office {(double)sum.Known / sum.Total:F3}");
        Console.WriteLine($"mentions take {resolving.Elapsed.TotalSeconds / parsing.Elapsed.TotalSeconds:P1} of the time of parsing");
        return 0;
    }

    private static void Count(Match m, DateOnly date, MentionTable table, KnowledgeBase knowledge, SortedDictionary<int, (int Total, int Country, int Known)> years)
    {
        string? state = null;
        foreach (var sense in knowledge.Actors.Lexicon.Exact(m.Groups[1].Value))
            if (sense.Kind == SenseKind.Adjective && knowledge.Actors[sense.Entry].Kind == ActorKind.State) state ??= knowledge.Actors.CountryOn(knowledge.Actors[sense.Entry], date.DayNumber);
        if (state is null) return;
        var name = m.Groups[3];
        var mention = table.All.FirstOrDefault(x => x.Span.Start <= name.Index && x.Span.End > name.Index);
        var actor = mention?.Actors[0];
        var known = actor?.ActorId is { } id && knowledge.Actors.Find(id) is { Kind: ActorKind.Person } person && person.On(date.DayNumber, FactKind.Role) is not null;
        var c = years.GetValueOrDefault(date.Year);
        years[date.Year] = (c.Total + 1, c.Country + (actor?.Country == state ? 1 : 0), c.Known + (known ? 1 : 0));
        if (actor?.Country != state) Console.Error.WriteLine($"country\t{date}\t{m.Value}\t{actor?.Country}\t{actor?.Name}");
        else if (!known) Console.Error.WriteLine($"unknown\t{date}\t{m.Value}\t{actor?.Name}");
    }

    [GeneratedRegex(@"\b((?:[A-Z][a-z]+ )?[A-Z][a-z]+(?:n|i|sh|ese|ch|ss|k)) ((?:[Ff]ormer |[Dd]eputy )?(?:[Pp]resident|[Pp]rime [Mm]inister|[Ff]oreign [Mm]inister|[Dd]efen[cs]e [Mm]inister|[Ii]nterior [Mm]inister|[Cc]hancellor|[Kk]ing|[Aa]mbassador)) ((?:[A-Z][\w’'-]+)(?: (?:al-|el-|bin |de |van )?[A-Z][\w’'-]+){1,2})")]
    private static partial Regex Pattern();
}
