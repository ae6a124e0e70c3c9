using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Ledger.Canonical;
using Demarche.Ledger.Reading;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Relations;

/// <summary>
/// The state of a relation on a day: for each topic the last measure up to that day that moved it. Threats, refusals and
/// background without a date move nothing; an announced measure counts from the day it takes effect, where that was told.
/// </summary>
internal static class StateReads
{
    private const int MaxEvidence = 12;

    /// <summary>Below this sureness the record is too old to say anything.</summary>
    private const double TooOld = 0.1;

    /// <summary>A state is told only where it is likelier than not that what it rests on was read right, confidences being chances of that.</summary>
    private const double LeastSure = 0.5;

    /// <summary>How much of an announcement's chance counts: not all that is announced is done.</summary>
    private const double OnlyAnnounced = 0.95;

    private static readonly FrozenSet<string> OnlyWhenDone = new[]
    {
        "agreement_signed", "membership_joined", "membership_left", "relations_established", "recognition_granted", "mission_opened", "channel_opened",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static RelationState At(SqliteConnection connection, string a, string b, DateOnly? at)
    {
        var day = at ?? Sql.List(connection, "SELECT max(day) FROM dyad_day", r => r.Day(0))[0] ?? DateOnly.FromDateTime(DateTime.UtcNow);
        var told = MeasureReads.Between(connection, a, b, day);
        var reports = told.ToDictionary(t => t.Measure.Event.Id, t => (t.Mention, t.Text), StringComparer.Ordinal);
        return Of(a, b, day, told.ConvertAll(t => t.Measure), m => new StateWitness(LedgerJson.Mention(reports[m.Event.Id].Mention), reports[m.Event.Id].Text));
    }

    /// <param name="witness">The report of a measure; asked for only where everything else speaks for it.</param>
    internal static RelationState Of(string a, string b, DateOnly at, IReadOnlyList<LedgerMeasure> measures, Func<LedgerMeasure, StateWitness>? witness = null)
    {
        var moving = measures.Where(m => Moves(m, at)).ToList();
        var lines = ImmutableArray.CreateBuilder<StateLine>();
        foreach (var topic in StateTopic.All)
        {
            var ours = moving.Where(m => topic.Moves.ContainsKey(m.Event.MeasureKind!) && StateEvidence.Bears(topic, m.Event) && witness?.Invoke(m).Bears(topic.Common) is not false).ToList();
            // Lifted sanctions were a ban on entry or frozen assets only where those are on record.
            if (topic.Name == "entry_and_assets") ours.RemoveAll(m => m.Event.MeasureKind == "sanctions_lifted" && !ours.Exists(b => b.Event.MeasureKind != "sanctions_lifted" && b.Event.Source!.Code == m.Event.Source!.Code && Since(b) <= Since(m)));
            if (topic.Common)
            {
                lines.Add(Line(topic, null, null, ours, at));
                continue;
            }
            lines.Add(Line(topic, a, b, ours.FindAll(m => m.Event.Source!.Code == a), at));
            lines.Add(Line(topic, b, a, ours.FindAll(m => m.Event.Source!.Code == b), at));
        }
        return new RelationState(a, b, at, lines.ToImmutable());
    }

    private static bool Moves(LedgerMeasure measure, DateOnly at)
    {
        var e = measure.Event;
        if (e.Status is not (EventStatus.Actual or EventStatus.Announced) || e.Day is null) return false;
        if (e.Background && e.Basis == DateBasis.Document) return false;
        // Who announces that he will sign, leave or recognise has not: much of it never comes.
        if (e.Status == EventStatus.Announced && measure.InForce is null && OnlyWhenDone.Contains(e.MeasureKind!)) return false;
        // Of a measure dated by its month or year alone it is only known that it held at the end of that.
        return ((measure.InForce is null || measure.InForce == e.Day) && e.Precision != DatePrecision.Day ? Since(measure).AddDays(MentionFacts.DaysIn(e.Precision) - 1) : Since(measure)) <= at;
    }

    private static DateOnly Since(LedgerMeasure measure) => measure.InForce ?? measure.Event.Day!.Value;

    private static StateLine Line(StateTopic topic, string? actor, string? toward, List<LedgerMeasure> measures, DateOnly at)
    {
        if (measures.Count == 0) return new StateLine(topic.Name, actor, toward, "unknown", null, 0, "nothing on record", []);
        measures.Sort((x, y) => (Since(x), x.Event.Id).CompareTo((Since(y), y.Event.Id)));
        var last = measures[^1];
        var state = topic.Moves[last.Event.MeasureKind!];

        // The state holds since the first of the unbroken row of measures that brought it about.
        var row = measures.AsEnumerable().Reverse().TakeWhile(m => topic.Moves[m.Event.MeasureKind!] == state).ToList();
        var age = at.DayNumber - Since(last).DayNumber;
        var sure = SurenessOf(row);
        if (sure < LeastSure)
            return new StateLine(topic.Name, actor, toward, "unknown", null, 0, $"{last.Event.MeasureKind!.Replace('_', ' ')} on {Since(last).Iso()} is not surely read", [last.Event.Id]);
        sure *= Math.Pow(2, -age / topic.HalfLifeDays);
        if (sure < TooOld)
            return new StateLine(topic.Name, actor, toward, "unknown", null, 0, $"nothing since {last.Event.MeasureKind!.Replace('_', ' ')} on {Since(last).Iso()}", [last.Event.Id]);
        long? count = topic.Sums is null ? null : row.Sum(m => m.Event.Count ?? m.Event.Range?.Low ?? 1);
        return new StateLine(topic.Name, actor, toward, state, Since(row[^1]), Math.Round(sure, 3), Detail(topic, row, count),
            [.. row.Take(MaxEvidence).Select(m => m.Event.Id)])
        {
            Count = count,
        };
    }

    /// <summary>The chance that some measure of the row was read right. What one report tells, as of both sides of a treaty, counts once.</summary>
    private static double SurenessOf(List<LedgerMeasure> row)
    {
        var doubt = 1.0;
        foreach (var report in row.GroupBy(m => m.Event.DocumentId, StringComparer.Ordinal).Take(5))
            doubt *= 1 - report.Max(m => m.Event.Confidence * (m.Event.Status == EventStatus.Actual ? 1 : OnlyAnnounced));
        return 1 - doubt;
    }

    private static string Detail(StateTopic topic, List<LedgerMeasure> row, long? count)
    {
        var last = row[0];
        var kind = last.Event.MeasureKind!.Replace('_', ' ');
        var when = Since(last).Iso();
        var planned = last.Event.Status == EventStatus.Announced ? ", announced" : "";
        if (count is not null)
        {
            var atLeast = row.Exists(m => m.Event.Count is null) ? "at least " : "";
            return string.Create(CultureInfo.InvariantCulture,
                $"{atLeast}{count} in {row.Count} {(row.Count == 1 ? "measure" : "measures")}, the last on {when}{planned}");
        }
        return row.Count == 1
            ? $"{kind} on {when}{planned}"
            : string.Create(CultureInfo.InvariantCulture, $"{kind}, last of {row.Count} measures on {when}{planned}");
    }
}
