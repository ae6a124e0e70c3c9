using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Ledger.Measures;

namespace Demarche.Ledger.Canonical;

/// <summary>Whether two mentions of one block tell of the same act.</summary>
internal readonly record struct Verdict(double Score, string Reason)
{
    public static readonly Verdict No = new(double.NegativeInfinity, "");

    public bool Joins => Score >= MatchWeights.Join;
}

/// <summary>Weighs two mentions of one block by <see cref="MatchWeights"/>.</summary>
internal static class EventMatcher
{
    /// <param name="explain">The reason is put into words only where it is wanted: most comparisons end in nothing.</param>
    public static Verdict Weigh(MentionFacts x, MentionFacts y, bool explain = false)
    {
        var sameDocument = x.Document.Key == y.Document.Key;
        // The coder has already joined what is one act within a sentence.
        if (sameDocument && x.Mention.Sentence == y.Mention.Sentence) return Verdict.No;
        // What is denied did not happen: it is no report of what did.
        if (x.Mention.Status == EventStatus.Denied != (y.Mention.Status == EventStatus.Denied)) return Verdict.No;
        var measure = x.Kind is not null;
        // Sanctions, tariffs and aid come in rounds; a mission is closed once.
        var repeats = MeasureKinds.Find(x.Kind) is { Repeats: true };
        var words = new ContentWords.Likeness(x.Words, y.Words);
        var sum = new Sum(explain ? new StringBuilder() : null);
        sum.Add(measure ? repeats ? MatchWeights.RepeatedMeasure : MatchWeights.Measure : MatchWeights.OtherAct, measure ? "same measure and parties" : "same kind of act and parties");
        if (!WeighDays(x, y, measure, repeats, sameDocument, ref words, ref sum)) return Verdict.No;
        var sameCount = measure && WeighCounts(x.Mention.Measure!, y.Mention.Measure!, ref sum);
        WeighPlaces(x.Mention.Place, y.Mention.Place, ref sum);
        WeighWords(x, y, measure, repeats && !sameCount, ref words, ref sum);
        if (!sameDocument)
        {
            WeighDetails(x, y, measure, repeats, ref sum);
            PartyMatcher.Weigh(x, y, measure, repeats, ref sum);
        }
        WeighCodes(x.Mention.Type.Cameo, y.Mention.Type.Cameo, ref sum);
        if (PartyMatcher.Contrary(x.Mention.Source, y.Mention.Source) || PartyMatcher.Contrary(x.Mention.Target, y.Mention.Target))
            sum.Add(MatchWeights.OtherSide, "state and its opponents");
        if (x.Mention.Source is null || x.Mention.Target is null) sum.Add(measure ? MatchWeights.UnknownPartyMeasure : words.NearlySame ? MatchWeights.UnknownPartySameWords : MatchWeights.UnknownParty, "a party unknown");
        if (ActClass.PartyOf(x.Mention.Source?.Actor) is { } party && party == ActClass.PartyOf(x.Mention.Target?.Actor)) sum.Add(MatchWeights.WithinOneParty, "within one country");
        if (sameDocument) sum.Add(MatchWeights.SameDocument, "same report");
        // Lists of like sentences differ in a name or a number: then the other words prove nothing more.
        if (words.NearlySame && !sum.Differs) sum.Add(MatchWeights.SameWords, "nearly the same words");
        return sum.ToVerdict();
    }

    private static void WeighWords(MentionFacts x, MentionFacts y, bool measure, bool wanted, ref ContentWords.Likeness words, ref Sum sum)
    {
        var (none, full) = measure ? (MatchWeights.WordsNone, MatchWeights.WordsFull) : (MatchWeights.ActWordsNone, MatchWeights.ActWordsFull);
        sum.Add(none + (full * words.Overlap), sum.Explains ? string.Create(CultureInfo.InvariantCulture, $"words {words.Overlap:.00}") : "");
        // Of sanctions and tariffs of one day there are often several: kind and parties alone do not make them one.
        if (wanted && words.Overlap < MatchWeights.FewWords) sum.Add(MatchWeights.FewWordsRepeated, "few words in common");
        // One day's list of news seldom tells an act twice in other words.
        if (!measure && !words.NearlySame && x.Document.Key != y.Document.Key && x.Document.Date is not null && x.Document.Date == y.Document.Date) sum.Add(MatchWeights.OneList, "reports of one day");
    }

    /// <summary>False where the days rule a join out.</summary>
    private static bool WeighDays(MentionFacts x, MentionFacts y, bool measure, bool repeats, bool sameDocument, ref ContentWords.Likeness words, ref Sum sum)
    {
        if (x.Day is null || y.Day is null) return WeighUndated(x, y, measure, repeats, sameDocument, ref sum);
        var apart = Math.Abs(x.Day.Value.DayNumber - y.Day.Value.DayNumber);
        var exact = x.Precision == DatePrecision.Day && y.Precision == DatePrecision.Day;
        if (exact && apart <= 3)
        {
            // Two stated days that differ are two days, but for the odd hour around midnight and in other time zones.
            var bothTold = x.Basis != DateBasis.Document && y.Basis != DateBasis.Document;
            if (bothTold && apart > (measure ? 2 : 1)) return false;
            sum.Add(apart switch { 0 => MatchWeights.SameDay, 1 => MatchWeights.NextDay, 2 => MatchWeights.TwoDays, _ => MatchWeights.ThreeDays },
                apart switch { 0 => "same day", 1 => "next day", 2 => "two days apart", _ => "three days apart" });
            if (!measure && apart > 1 && !words.NearlySame) sum.Add(MatchWeights.ActDaysApart, "an act of days apart");
            // Blows and visits are told the day they happen; what a later day's report tells without a date is mostly another one.
            if (!measure && apart > 0 && x.Basis == DateBasis.Document && y.Basis == DateBasis.Document)
            {
                sum.Add(MatchWeights.OtherReportDay, "each on its report's day");
                if (x.Details.Continues || y.Details.Continues) sum.Add(MatchWeights.GoesOn, "told as going on");
            }
            if (repeats && apart > 0) sum.Add(MatchWeights.OtherDayRepeated, "a measure that comes in rounds");
            // What is refused on one day is refused again on the next.
            if (apart > 0 && x.Mention.Status == EventStatus.Denied) sum.Differ(MatchWeights.RefusedAgain, "refused on another day");
            return true;
        }
        if (!exact && (InPeriod(x, y) || InPeriod(y, x)))
        {
            // Reports far from one another that tell only of a year mostly tell of two things in it.
            if (ReportsApart(x, y) > (measure ? MatchWeights.BackgroundDays : 7)) return false;
            sum.Add(repeats ? MatchWeights.WithinPeriodRepeated : MatchWeights.WithinPeriod, "within the period told");
            return true;
        }
        // The day of a report says little against a day told in the same report.
        if (measure && sameDocument && (x.Basis == DateBasis.Document || y.Basis == DateBasis.Document))
        {
            sum.Add(MatchWeights.WithinPeriod, "undated in the same report");
            return true;
        }
        if (!measure || apart > MatchWeights.StageDays || !IsNextStage(x, y)) return false;
        sum.Add(repeats ? MatchWeights.LaterStageRepeated : MatchWeights.LaterStage, "a later stage");
        return true;
    }

    private static bool WeighUndated(MentionFacts x, MentionFacts y, bool measure, bool repeats, bool sameDocument, ref Sum sum)
    {
        if (!sameDocument && (x.Day ?? y.Day) is { } day && (x.Day is null ? x : y).Document.Date is { } reported
            && (day > reported || day < reported.AddDays(-MatchWeights.BackgroundDays))) return false;
        if (x.Day is null && y.Day is null && !sameDocument && x.Document.Date is { } a && y.Document.Date is { } b
            && Math.Abs(a.DayNumber - b.DayNumber) > MatchWeights.BackgroundDays) return false;
        sum.Add(repeats ? MatchWeights.UndatedBackgroundRepeated : measure ? MatchWeights.UndatedBackground : MatchWeights.UndatedBackgroundOther, "told as background without a day");
        return true;
    }

    private static bool InPeriod(MentionFacts wide, MentionFacts day)
    {
        var offset = day.Day!.Value.DayNumber - wide.Day!.Value.DayNumber;
        return wide.Precision != DatePrecision.Day && offset >= 0 && offset < MentionFacts.DaysIn(wide.Precision);
    }

    private static int ReportsApart(MentionFacts x, MentionFacts y) =>
        x.Document.Date is { } a && y.Document.Date is { } b ? Math.Abs(a.DayNumber - b.DayNumber) : 0;

    private static bool IsNextStage(MentionFacts x, MentionFacts y)
    {
        var (early, late) = x.Day <= y.Day ? (x, y) : (y, x);
        return Stage(early.Mention.Status) < Stage(late.Mention.Status)
            || (early.Effective is { } effective && Math.Abs(effective.DayNumber - late.Day!.Value.DayNumber) <= 3);

        static int Stage(EventStatus status) => status switch { EventStatus.Threatened => 0, EventStatus.Announced => 1, _ => 2 };
    }

    /// <summary>True where both tell the same number.</summary>
    private static bool WeighCounts(MeasureDetail x, MeasureDetail y, ref Sum sum)
    {
        if (RangeOf(x) is not { } a || RangeOf(y) is not { } b) return false;
        if (a == b && a.Low == a.High)
        {
            sum.Add(a.Low == 1 ? MatchWeights.BothOne : MatchWeights.SameCount, "same number");
            return true;
        }
        if (a.Low <= b.High && b.Low <= a.High) return false;
        if (Math.Max(a.Low, b.Low) <= 1.34 * Math.Min(a.High, b.High)) sum.Add(MatchWeights.NearCount, "numbers differ a little");
        else sum.Differ(MatchWeights.OtherCount, "numbers differ");
        return false;

        static CountRange? RangeOf(MeasureDetail d) => d.Count is { } n ? new CountRange(n, n) : d.Range;
    }

    private static void WeighDetails(MentionFacts x, MentionFacts y, bool measure, bool repeats, ref Sum sum)
    {
        if (x.Details.SharesName(y.Details) is false) sum.Add(measure ? MatchWeights.OtherNamesMeasure : MatchWeights.OtherNames, "no name in common");
        else if (!measure && x.Details.EachNamesAnother(y.Details)) sum.Add(MatchWeights.EachOtherName, "each names another");
        if (MeasureKinds.Find(x.Kind) is { Field: MeasureField.Agreements } && x.Details.SharesYear(y.Details) is false) sum.Differ(MatchWeights.OtherYears, "of other years");
        if (measure && ((x.Details.IsPart && y.Details.IsWhole) || (x.Details.IsWhole && y.Details.IsPart))) sum.Differ(MatchWeights.OtherExtent, "in part and as a whole");
        if (measure && (BeginsAfter(x, y) || BeginsAfter(y, x))) sum.Differ(MatchWeights.BegunLater, "begun when it was going on");
        if (x.Details.Accession != y.Details.Accession) sum.Differ(MatchWeights.OtherAccession, "another step of joining");
        if (measure && !repeats) return;
        if (!measure && x.Details.OneMore != y.Details.OneMore) sum.Differ(MatchWeights.OneMore, "one more of the kind");
        if (!x.Details.TollAgrees(y.Details, otherDays: x.Basis == DateBasis.Document && y.Basis == DateBasis.Document && x.Day != y.Day))
        {
            sum.Differ(MatchWeights.OtherToll, "other numbers killed");
            return;
        }
        switch (x.Details.SharesNumber(y.Details))
        {
            case true:
                if (!measure) sum.Add(MatchWeights.SharedNumber, "a number in common");
                break;
            case false:
                // A later count of the dead is another number for the same blow.
                if (x.Details.Dead is not null && y.Details.Dead is not null) break;
                sum.Differ(measure ? MatchWeights.OtherNumbersMeasure : MatchWeights.OtherNumbers, "no number in common");
                break;
        }
    }

    // What went on on Sunday does not begin on Monday.
    private static bool BeginsAfter(MentionFacts earlier, MentionFacts later) =>
        earlier.Details.Continues && later.Details.Begins && !earlier.Details.Begins && earlier.Day is { } first && later.Day is { } second && first <= second;

    /// <summary>Whether both are told to be in towns, and not in the same.</summary>
    public static bool OtherPlace(EventPlace? x, EventPlace? y) =>
        x is { Precision: PlacePrecision.City } && y is { Precision: PlacePrecision.City }
        && (x.Country != y.Country || !string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase));

    private static void WeighPlaces(EventPlace? x, EventPlace? y, ref Sum sum)
    {
        if (x is null || y is null) return;
        if (x.Country != y.Country) sum.Add(MatchWeights.OtherCountry, "another country");
        else if (x.Precision == PlacePrecision.Country || y.Precision == PlacePrecision.Country) return;
        else if (string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase)) sum.Add(MatchWeights.SameCity, "same place");
        else if (x.Precision == y.Precision) sum.Add(MatchWeights.OtherCity, "another place");
    }

    private static void WeighCodes(string x, string y, ref Sum sum)
    {
        if (x == y) sum.Add(MatchWeights.SameCode, "same code");
        else if (!x.AsSpan(0, Math.Min(2, x.Length)).SequenceEqual(y.AsSpan(0, Math.Min(2, y.Length)))) sum.Add(MatchWeights.OtherRoot, "another code");
    }

    internal struct Sum(StringBuilder? reasons)
    {
        private double _total;

        /// <summary>Whether something was found that one act cannot have twice.</summary>
        public bool Differs { get; private set; }

        public readonly bool Explains => reasons is not null;

        public void Differ(double weight, string reason)
        {
            Differs = true;
            Add(weight, reason);
        }

        public void Add(double weight, string reason)
        {
            _total += weight;
            if (reasons is null) return;
            if (reasons.Length > 0) reasons.Append("; ");
            reasons.Append(reason).Append(' ').Append(weight.ToString("+0.00;-0.00;0", CultureInfo.InvariantCulture));
        }

        public readonly Verdict ToVerdict() => new(Math.Round(_total, 3), reasons?.ToString() ?? "");
    }
}
