using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Ledger;

namespace Demarche.Formats.Ledger;

/// <summary>The ledger's records as JSON, in the words of the contract; absent fields are null. docs/formats.md lists the members.</summary>
public static class RecordJson
{
    public static void Write(Utf8JsonWriter json, LedgerEvent e)
    {
        json.WriteStartObject();
        Members(json, e);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, LedgerMeasure m)
    {
        json.WriteStartObject();
        Members(json, m.Event);
        json.WriteString("stage"u8, Name(m.Stage));
        Day(json, "threatened", m.Threatened);
        Day(json, "announced", m.Announced);
        Day(json, "in_force", m.InForce);
        Day(json, "lifted", m.Lifted);
        json.WriteString("lifted_by"u8, m.LiftedBy);
        json.WriteString("rank"u8, m.Rank);
        json.WriteString("post"u8, m.Post);
        json.WriteString("reason"u8, m.Reason);
        json.WriteString("answers"u8, m.Answers);
        Strings(json, "answered_by", m.AnsweredBy);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Exchange x)
    {
        json.WriteStartObject();
        json.WritePropertyName("provocation"u8);
        Write(json, x.Provocation);
        json.WritePropertyName("response"u8);
        Write(json, x.Response);
        // Where the act's day is not told, neither is the lag.
        if (x.Provocation.Day is null) json.WriteNull("lag_days"u8);
        else json.WriteNumber("lag_days"u8, x.LagDays);
        json.WriteBoolean("told"u8, x.Told);
        Number(json, "proportion", x.Proportion);
        json.WriteBoolean("mirror"u8, x.Mirror);
        json.WriteNumber("confidence"u8, x.Confidence);
        Strings(json, "reasons", x.Reasons);
        json.WriteStartArray("evidence"u8);
        foreach (var e in (ReadOnlySpan<LedgerEvent>)[x.Provocation, x.Response])
        {
            json.WriteStartObject();
            json.WriteString("event"u8, e.Id);
            json.WriteString("document"u8, e.DocumentId);
            json.WriteString("mention"u8, ReferenceEquals(e, x.Response) ? x.CueMention ?? e.MentionId : e.MentionId);
            json.WriteString("text"u8, e.Sentence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, RelationState state)
    {
        json.WriteStartObject();
        json.WriteString("a"u8, state.A);
        json.WriteString("b"u8, state.B);
        Day(json, "at", state.At);
        json.WriteStartArray("lines"u8);
        foreach (var line in state.Lines)
        {
            json.WriteStartObject();
            json.WriteString("topic"u8, line.Topic);
            json.WriteString("actor"u8, line.Actor);
            json.WriteString("toward"u8, line.Toward);
            json.WriteString("state"u8, line.State);
            Day(json, "since", line.Since);
            if (line.Count is { } n) json.WriteNumber("count"u8, n);
            json.WriteNumber("confidence"u8, line.Confidence);
            json.WriteString("detail"u8, line.Detail);
            Strings(json, "evidence", line.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, RelationSeries series)
    {
        json.WriteStartObject();
        json.WriteString("a"u8, series.A);
        json.WriteString("b"u8, series.B);
        json.WriteString("by"u8, series.By.ToString().ToLowerInvariant());
        json.WriteStartObject("weights"u8);
        json.WriteNumber("half_life_days"u8, series.Weights.HalfLifeDays);
        json.WriteNumber("shrinkage"u8, series.Weights.Shrinkage);
        json.WriteNumber("change_penalty"u8, series.Weights.ChangePenalty);
        json.WriteEndObject();
        json.WriteStartArray("points"u8);
        foreach (var p in series.Points)
        {
            json.WriteStartObject();
            Day(json, "start", p.Start);
            json.WriteNumber("events"u8, p.Events);
            Counts(json, "a_to_b", p.AToB);
            Counts(json, "b_to_a", p.BToA);
            json.WriteNumber("goldstein_sum"u8, p.GoldsteinSum);
            Number(json, "goldstein_mean", p.GoldsteinMean);
            Number(json, "cooperation_share", p.CooperationShare);
            json.WriteNumber("index"u8, p.Index);
            json.WriteNumber("dated_by_report"u8, p.DatedByReport);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("changes"u8);
        foreach (var c in series.Changes)
        {
            json.WriteStartObject();
            Day(json, "start", c.Start);
            json.WriteNumber("before"u8, c.Before);
            json.WriteNumber("after"u8, c.After);
            Strings(json, "drivers", c.Drivers);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, LedgerChange change)
    {
        json.WriteStartObject();
        json.WriteNumber("cursor"u8, change.Cursor);
        json.WriteString("change"u8, change.Kind.ToString().ToLowerInvariant());
        json.WriteString("id"u8, change.EventId);
        json.WriteString("merged_into"u8, change.MergedInto);
        json.WritePropertyName("event"u8);
        if (change.Event is { } e) Write(json, e);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Correction c)
    {
        json.WriteStartObject();
        json.WriteNumber("number"u8, c.Number);
        json.WriteString("action"u8, c.Action.ToString().ToLowerInvariant());
        json.WriteString("author"u8, c.Author);
        json.WriteString("time"u8, c.Time.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("event"u8, c.EventId);
        json.WriteStartObject("fields"u8);
        foreach (var (name, value) in c.Fields) json.WriteString(name, value);
        json.WriteEndObject();
        if (c.Undoes is { } n) json.WriteNumber("undoes"u8, n);
        json.WriteString("note"u8, c.Note);
        json.WriteBoolean("applied"u8, c.Applied);
        json.WriteEndObject();
    }

    public static string Name(this MeasureStage stage) => stage switch
    {
        MeasureStage.Threatened => "threatened",
        MeasureStage.Announced => "announced",
        MeasureStage.InForce => "in_force",
        MeasureStage.Lifted => "lifted",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    private static void Members(Utf8JsonWriter json, LedgerEvent e)
    {
        json.WriteString("id"u8, e.Id);
        Party(json, "source", e.Source);
        Party(json, "target", e.Target);
        EventJson.Type(json, e.Type);
        if (e.MeasureKind is null) json.WriteNull("measure"u8);
        else
        {
            json.WriteStartObject("measure"u8);
            json.WriteString("kind"u8, e.MeasureKind);
            EventJson.Count(json, e.Count, e.Range);
            Day(json, "effective", e.Effective);
            Day(json, "deadline", e.Deadline);
            json.WriteEndObject();
        }
        if (e.Day is null) json.WriteNull("date"u8);
        else
        {
            json.WriteStartObject("date"u8);
            Day(json, "value", e.Day);
            json.WriteString("basis"u8, e.Basis.Name());
            json.WriteString("precision"u8, e.Precision.Name());
            json.WriteEndObject();
        }
        if (e.Place is not { } place) json.WriteNull("place"u8);
        else
        {
            json.WriteStartObject("place"u8);
            EventJson.Location(json, place.Name, place.Country, place.Latitude, place.Longitude, place.Precision);
            json.WriteEndObject();
        }
        json.WriteString("status"u8, e.Status.Name());
        json.WriteBoolean("background"u8, e.Background);
        json.WriteNumber("confidence"u8, e.Confidence);
        json.WriteString("review"u8, e.Review.ToString().ToLowerInvariant());
        json.WriteNumber("mentions"u8, e.Mentions);
        json.WriteNumber("documents"u8, e.Documents);
        json.WriteNumber("reports"u8, e.Reports);
        Strings(json, "publishers", e.Publishers);
        json.WriteStartArray("conflicts"u8);
        foreach (var c in e.Conflicts)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, c.Field);
            json.WriteStartArray("values"u8);
            foreach (var v in c.Values)
            {
                json.WriteStartObject();
                json.WriteString("value"u8, v.Value);
                json.WriteNumber("reports"u8, v.Reports);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("text"u8, e.Sentence);
        json.WriteString("document"u8, e.DocumentId);
        json.WriteString("mention"u8, e.MentionId);
        Day(json, "first_reported", e.FirstReported);
        Day(json, "last_reported", e.LastReported);
    }

    private static void Party(Utf8JsonWriter json, string name, LedgerParty? party)
    {
        if (party is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("name"u8, party.Name);
        json.WriteString("country"u8, party.Country);
        Strings(json, "sectors", party.Sectors);
        json.WriteString("cameo"u8, party.Cameo);
        json.WriteString("code"u8, party.Code);
        if (party.Person is not null) json.WriteString("person"u8, party.Person);
        if (party.Role is not null) json.WriteString("role"u8, party.Role);
        json.WriteEndObject();
    }

    internal static void Counts(Utf8JsonWriter json, string name, QuadCounts counts)
    {
        json.WriteStartArray(name);
        foreach (var n in (ReadOnlySpan<int>)[counts.VerbalCooperation, counts.MaterialCooperation, counts.VerbalConflict, counts.MaterialConflict])
            json.WriteNumberValue(n);
        json.WriteEndArray();
    }

    internal static void Strings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var v in values) json.WriteStringValue(v);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? x)
    {
        if (x is { } value) json.WriteNumber(name, Math.Round(value, 4));
        else json.WriteNull(name);
    }

    internal static void Day(Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
