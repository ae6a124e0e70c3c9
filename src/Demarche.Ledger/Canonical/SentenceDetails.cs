using System.Collections.Frozen;
using System.Globalization;
using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Ledger.Canonical;

/// <summary>
/// What tells two like sentences apart: the numbers in them (days and ages aside, years by themselves), the names that are not the
/// parties', how many were killed, and whether they speak of one more of a kind ("another", "third") or of what goes on ("continue").
/// </summary>
internal sealed class SentenceDetails
{
    private static readonly FrozenSet<string> Further =
        new[] { "another", "again", "further", "additional", "second", "third", "fourth", "fifth", "sixth" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Calendar = new[]
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Words that are written like names but tell nothing apart.
    private static readonly FrozenSet<string> Titles = new[]
    {
        "President", "Prime", "Minister", "Foreign", "Secretary", "General", "Army", "Armed", "Forces", "Force", "Air", "Navy", "Military", "Ministry", "Defense",
        "Defence", "Government", "State", "States", "Department", "Security", "Council", "United", "Nations", "National", "Republic", "The", "This", "Islamic",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> GoingOn =
        new[] { "continue", "continues", "continued", "continuing", "ongoing", "resume", "resumes", "resumed" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Beginning =
        new[] { "begin", "begins", "began", "begun", "beginning", "start", "starts", "started", "starting" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Applying =
        new[] { "apply", "applies", "applied", "applying", "application", "applications", "bid", "bids", "request", "requests" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Approving = new[]
    {
        "accept", "accepts", "accepted", "accepting", "approve", "approves", "approved", "approval", "ratify", "ratifies", "ratified", "ratification", "invite", "invites", "invited",
        "vote", "votes", "voted", "endorse", "endorses", "endorsed", "referendum",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> InPart =
        new[] { "partial", "partially", "partly", "half", "northernmost", "southernmost" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> AsAWhole =
        new[] { "entire", "entirely", "whole", "wholly", "remaining", "complete", "completely", "full", "fully" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<double> _numbers = [];
    private readonly HashSet<double> _years = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private SentenceDetails()
    {
    }

    /// <summary>Whether it tells of one more act of a kind.</summary>
    public bool OneMore { get; private set; }

    /// <summary>Whether it tells of what went on before and after too.</summary>
    public bool Continues { get; private set; }

    /// <summary>Whether it tells of a beginning.</summary>
    public bool Begins { get; private set; }

    /// <summary>How far it tells that joining a body has come; of other acts always the first.</summary>
    public AccessionStage Accession { get; private set; }

    /// <summary>Whether it tells of a part ("all but one crossing"), or of a whole ("the entire border").</summary>
    public bool IsPart { get; private set; }

    public bool IsWhole { get; private set; }

    /// <summary>The dead, where the sentence numbers them.</summary>
    public DeathToll? Dead { get; private init; }

    public static SentenceDetails Of(string sentence, EventMention mention)
    {
        var details = new SentenceDetails { Dead = mention.Measure is null ? DeathToll.In(sentence) : null };
        var parties = PartyWords(mention);
        var joining = mention.Measure is { Kind: "membership_joined" };
        var first = true;
        var calendar = false;
        for (var i = 0; i < sentence.Length;)
        {
            if (!char.IsLetterOrDigit(sentence[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < sentence.Length && (char.IsLetterOrDigit(sentence[i]) || (sentence[i] is ',' or '.' && i + 1 < sentence.Length && char.IsAsciiDigit(sentence[i - 1]) && char.IsAsciiDigit(sentence[i + 1])))) i++;
            var word = sentence[start..i];
            if (Calendar.Contains(word) && !(first && word is "May" or "March")) calendar = true;
            else
            {
                if (Number(word) is { } n && !calendar && !IsDayOrAge(sentence, i) && !IsPartOfName(sentence, start)) details._numbers.Add(n);
                else if (!first && word.Length > 2 && char.IsUpper(word[0]) && !Titles.Contains(word) && !parties.Contains(Head(word))) details._names.Add(Head(word));
                if (IsYear(word)) details._years.Add(double.Parse(word, CultureInfo.InvariantCulture));
                if (Further.Contains(word)) details.OneMore = true;
                if (GoingOn.Contains(word)) details.Continues = true;
                if (Beginning.Contains(word)) details.Begins = true;
                if (joining) details.Accession = After(details.Accession, word);
                if (InPart.Contains(word) || (word.Equals("all", StringComparison.OrdinalIgnoreCase) && sentence.AsSpan(i).StartsWith(" but "))) details.IsPart = true;
                if (AsAWhole.Contains(word)) details.IsWhole = true;
                calendar = false;
            }
            first = false;
        }
        return details;
    }

    /// <summary>
    /// True where the numbers of one are among those of the other and one of five or more is; false where each tells a number that the
    /// other does not; else null, so that two wounded here and two there prove nothing.
    /// </summary>
    public bool? SharesNumber(SentenceDetails other)
    {
        if (_numbers.Count == 0 || other._numbers.Count == 0) return null;
        if (!_numbers.IsSubsetOf(other._numbers) && !other._numbers.IsSubsetOf(_numbers)) return false;
        return _numbers.Any(n => n >= 5 && other._numbers.Contains(n)) ? true : null;
    }

    /// <summary>True where some name stands in both; false where both have names and share none; else null.</summary>
    public bool? SharesName(SentenceDetails other) => Shares(_names, other._names);

    /// <summary>False where each numbers its dead and neither number can be a later count of the other's.</summary>
    public bool TollAgrees(SentenceDetails other, bool otherDays) => Dead is not { } killed || other.Dead is not { } dead || killed.Agrees(dead, otherDays);

    /// <summary>Whether each has a name that the other has not.</summary>
    public bool EachNamesAnother(SentenceDetails other) => !_names.IsSubsetOf(other._names) && !other._names.IsSubsetOf(_names);

    /// <summary>True where a year stands in both; false where both have years and share none; else null.</summary>
    public bool? SharesYear(SentenceDetails other) => Shares(_years, other._years);

    // An application that is accepted is approved.
    private static AccessionStage After(AccessionStage stage, string word) =>
        Approving.Contains(word) ? AccessionStage.Approved : stage == AccessionStage.Joined && Applying.Contains(word) ? AccessionStage.Applied : stage;

    private static bool? Shares<T>(HashSet<T> x, HashSet<T> y) => x.Count == 0 || y.Count == 0 ? null : x.Overlaps(y);

    private static double? Number(string word)
    {
        if (word.Equals("dozen", StringComparison.OrdinalIgnoreCase)) return 12;
        if (CardinalWords.All.TryGetValue(word, out var named)) return named > 1 ? named : null;
        if (!char.IsAsciiDigit(word[0]) || !double.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)) return null;
        return n < 2 || IsYear(word) ? null : n;
    }

    private static bool IsYear(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1900 and <= 2100;

    // "COVID-19", "MiG-29"
    private static bool IsPartOfName(string sentence, int start) => start > 1 && sentence[start - 1] == '-' && char.IsLetter(sentence[start - 2]);

    // "6 October", "20-year-old"
    private static bool IsDayOrAge(string sentence, int end)
    {
        var rest = sentence.AsSpan(end).TrimStart(" -");
        if (rest.StartsWith("year", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("hour", StringComparison.OrdinalIgnoreCase)) return true;
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length])) length++;
        return length > 2 && Calendar.Contains(rest[..length].ToString());
    }

    private static HashSet<string> PartyWords(EventMention mention)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in (ReadOnlySpan<Knowledge.ActorIdentity?>)[mention.Source?.Actor, mention.Target?.Actor])
        {
            if (actor is null) continue;
            foreach (var word in (actor.Name + " " + actor.Person).Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries))
                if (word.Length > 2) words.Add(Head(word));
        }
        return words;
    }

    /// <summary>Enough of a word to hold "Israel" and "Israeli" to be the same.</summary>
    private static string Head(string word) => (word.Length > 4 ? word[..4] : word).ToUpperInvariant();
}
