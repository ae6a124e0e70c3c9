using System.Globalization;
using Demarche.Coding;
using Demarche.Knowledge;

namespace Demarche.Cli.Reading;

/// <summary>Dates, parties and speakers as a person would write them.</summary>
internal static class PeoplesWords
{
    private static readonly Dictionary<string, string> Peoples = new(StringComparer.Ordinal)
    {
        ["COP"] = "police",
        ["MIL"] = "armed forces",
        ["REB"] = "rebels",
        ["UAF"] = "armed men",
        ["CVL"] = "people",
        ["OPP"] = "opposition",
        ["LEG"] = "parliament",
        ["JUD"] = "courts",
        ["SPY"] = "intelligence",
        ["MED"] = "media",
        ["LAB"] = "workers",
        ["BUS"] = "business",
        ["EDU"] = "students",
        ["REF"] = "refugees",
        ["REL"] = "clergy",
        ["CRM"] = "criminals",
        ["HLH"] = "health workers",
        ["PTY"] = "party",
    };

    private static readonly HashSet<string> Reasons = ["accusing", "citing", "blaming", "over"];

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"6 Oct 2021", "Oct 2021", "spring 2021"; a day that only the report has is "reported 6 Oct 2021".</summary>
    public static string When(EventDate date)
    {
        var words = date.Precision switch
        {
            DatePrecision.Day => Short(date.Value),
            DatePrecision.Week => $"week of {Short(date.Value)}",
            DatePrecision.Month => date.Value.ToString("MMM yyyy", CultureInfo.InvariantCulture),
            DatePrecision.Season => $"{Season(date.Timex)} {date.Timex[..Math.Min(4, date.Timex.Length)]}",
            DatePrecision.Year => date.Value.Year.ToString(CultureInfo.InvariantCulture),
            _ => throw new ArgumentOutOfRangeException(nameof(date), date.Precision, null),
        };
        return date.Basis == DateBasis.Document ? $"reported {words}" : words;
    }

    /// <summary>"Cadria, Borvia and Delland"; each name once.</summary>
    public static string Who(IReadOnlyList<EventParty> parties)
    {
        var names = parties.Select(p => Who(p.Actor)).Distinct(StringComparer.Ordinal).ToList();
        return names.Count switch
        {
            0 => "someone unnamed",
            1 => names[0],
            _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
        };
    }

    public static string Who(EventParty? party) => party is null ? Who([]) : Who(party.Actor);

    /// <summary>The actor's name; a person's with the code of the country, a state's people and forces as such: "Cadria (police)".</summary>
    private static string Who(ActorIdentity actor)
    {
        if (actor.Country is not { } country) return actor.Name;
        if (actor.Person == actor.Name) return $"{actor.Name} ({country})";
        // A group or a body with a name of its own needs no more.
        return actor.Cameo == country || actor.Sectors.IsEmpty || actor.Sectors.Contains("IGO") || Peoples.GetValueOrDefault(actor.Sectors[0]) is not { } words || !IsOfState(actor)
            ? actor.Name
            : $"{actor.Name} ({words})";
    }

    // An expression that stands for no entry of the knowledge has the name of its state.
    private static bool IsOfState(ActorIdentity actor) => actor.ActorId is null || actor.ActorId == actor.Country;

    /// <summary>On whose word: "said by Russia", or "claimed by Russia" where the narrator does not vouch for it.</summary>
    public static string? OnWhoseWord(Attribution attribution, string text)
    {
        var via = attribution.Via is { } v ? $"via {Plain(v.Quote(text))}" : null;
        if (attribution.Speaker is not { } speaker) return via;
        var words = $"{(attribution.Asserted ? "said by" : "claimed by")} {InSentence(Plain(speaker.Span.Quote(text)))}";
        return via is null ? words : $"{words}, {via}";
    }

    /// <summary>"The ministry" as it stands inside a sentence, without a clause about it.</summary>
    public static string InSentence(string words)
    {
        if (words.IndexOf(", who ", StringComparison.Ordinal) is > 0 and var clause) words = words[..clause];
        var end = words.IndexOf(' ') is > 0 and var blank ? blank : words.Length;
        return words[..end] is "The" or "A" or "An" or "Its" or "His" or "Her" or "Their" or "State" or "Two" or "Three" or "Four" or "Five" or "Several" or "Some" or "Many" or "Other" or "Senior" or "Officials" or "Diplomats" or "Sources"
            ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }

    /// <summary>What a measure answers: "answers “the expulsion”", or with the reason that the sender gives, "accusing “Cadria of spying”".</summary>
    public static string Provocation(MeasureResponse response, string text)
    {
        var cue = response.Cue.Quote(text).ToLowerInvariant();
        return $"{(Reasons.Contains(cue) ? cue : "answers")} “{Plain(response.Span.Quote(text))}”";
    }

    /// <summary>White space of all kinds made single spaces.</summary>
    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Short(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Season(string timex) => timex.Length < 7 ? "season" : timex[^2..] switch
    {
        "SP" => "spring",
        "SU" => "summer",
        "FA" => "autumn",
        "WI" => "winter",
        _ => timex[5..],
    };
}
