using Demarche.Formats.Ledger;
using Demarche.Ledger;

namespace Demarche.Formats.Tables;

/// <summary>The other records as flat tables; names are those of the JSON records, with _ where one stands within another.</summary>
public static class RecordTables
{
    public static CsvTable<LedgerMeasure> Measures { get; } = new(
        [.. FlatFormats.Columns, "stage", "threatened", "announced", "in_force", "lifted", "lifted_by", "rank", "post", "reason", "answers", "answered_by"],
        m =>
        [
            .. FlatFormats.Csv.Row(m.Event), m.Stage.Name(), m.Threatened, m.Announced, m.InForce, m.Lifted, m.LiftedBy, m.Rank, m.Post, m.Reason,
            m.Answers, string.Join(' ', m.AnsweredBy),
        ]);

    public static CsvTable<Exchange> Exchanges { get; } = new(
        [
            "provocation", "provocation_date", "provocation_source", "provocation_target", "provocation_cameo", "provocation_measure", "provocation_count",
            "response", "response_date", "response_source", "response_target", "response_cameo", "response_measure", "response_count",
            "lag_days", "told", "proportion", "mirror", "confidence", "reasons",
        ],
        x =>
        [
            .. Side(x.Provocation), .. Side(x.Response), x.Provocation.Day is null ? null : x.LagDays, x.Told,
            x.Proportion is { } p ? Math.Round(p, 4) : null, x.Mirror, x.Confidence, string.Join("; ", x.Reasons),
        ]);

    public static CsvTable<DocumentSummary> Documents { get; } = new(
        ["id", "date", "title", "publisher", "url", "characters", "events", "origin", "opening"],
        d => [d.Id, d.Date, d.Title, d.Publisher, d.Url, d.Length, d.Mentions, d.Origin, d.Opening]);

    public static CsvTable<LedgerActor> Actors { get; } = new(
        ["code", "name", "country", "as_source", "as_target", "first", "last"],
        a => [a.Code, a.Name, a.Country, a.AsSource, a.AsTarget, a.First, a.Last]);

    public static CsvTable<DyadVolume> Dyads { get; } = new(
        ["source", "target", "events", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "goldstein_sum", "goldstein_mean"],
        d => [d.Source, d.Target, d.Counts.Total, .. Quads(d.Counts), Math.Round(d.GoldsteinSum, 4), Math.Round(d.GoldsteinMean, 4)]);

    public static CsvTable<SeriesPoint> Series { get; } = new(
        [
            "start", "events", "a_to_b_verbal_cooperation", "a_to_b_material_cooperation", "a_to_b_verbal_conflict", "a_to_b_material_conflict",
            "b_to_a_verbal_cooperation", "b_to_a_material_cooperation", "b_to_a_verbal_conflict", "b_to_a_material_conflict",
            "goldstein_sum", "goldstein_mean", "cooperation_share", "index", "dated_by_report",
        ],
        p =>
        [
            p.Start, p.Events, .. Quads(p.AToB), .. Quads(p.BToA), p.GoldsteinSum, p.GoldsteinMean is { } mean ? Math.Round(mean, 4) : null,
            p.CooperationShare is { } share ? Math.Round(share, 4) : null, p.Index, p.DatedByReport,
        ]);

    public static CsvTable<StateLine> State { get; } = new(
        ["topic", "actor", "toward", "state", "since", "count", "confidence", "detail", "evidence"],
        l => [l.Topic, l.Actor, l.Toward, l.State, l.Since, l.Count, l.Confidence, l.Detail, string.Join(' ', l.Evidence)]);

    private static object?[] Side(LedgerEvent e) => [e.Id, e.Day, e.Source?.Code, e.Target?.Code, e.Type.Cameo, e.MeasureKind, e.Count];

    private static object?[] Quads(QuadCounts q) => [q.VerbalCooperation, q.MaterialCooperation, q.VerbalConflict, q.MaterialConflict];
}
