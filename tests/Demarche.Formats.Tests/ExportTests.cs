using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Formats.Import;
using Demarche.Formats.Ledger;
using Demarche.Formats.Tables;
using Demarche.Language;
using Demarche.Ledger;
using Demarche.Ledger.Tests;
using Parquet.Serialization;
using Xunit;

namespace Demarche.Formats.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly TestLedger _test = new();
    private readonly SqliteLedger _ledger;
    private readonly List<ExportRecord> _records;

    public ExportTests()
    {
        _test.Ingest(
            new Story("a", "2031-01-02", "A note 👍: VEL\tand \"FRA\", friends once.\nVeldania expels five envoys of France.") { Publisher = "The Herald" }
                .Measure("VEL", "FRA", "expels", "diplomats_expelled", 5),
            new Story("b", "2031-01-03", "Germany met France in Berlin.") { Publisher = "Tribune" }
                .Act("DEU", "FRA", "met", "036", 1, 4, "CONSULT", place: new EventPlace(new Span(22, 28), "Berlin", "DEU", 52.52437, 13.41053, PlacePrecision.City)));
        _ledger = _test.Open();
        _records = [.. ExportRecord.Read(_ledger, new EventQuery { Order = EventOrder.OldestFirst })];
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _test.Dispose();
    }

    private static string Text(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private string[][] Rows(ColumnFormat format) =>
        [.. Text(s => format.Write(s, _records)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))];

    [Theory]
    [InlineData("gdelt1", 58, false)]
    [InlineData("gdelt2", 61, false)]
    [InlineData("icews", 20, true)]
    [InlineData("phoenix", 26, false)]
    [InlineData("polecat", 40, true)]
    public void Tables_have_their_columns_in_every_line(string name, int columns, bool header)
    {
        var format = Format(name);
        Assert.Equal(columns, format.Columns.Count);
        Assert.Equal(columns, format.Columns.Distinct().Count());
        var rows = Rows(format);
        Assert.Equal(header ? 3 : 2, rows.Length);
        Assert.All(rows, r => Assert.Equal(columns, r.Length));
        if (header) Assert.Equal(format.Columns, rows[0]);
    }

    [Fact]
    public void Gdelt_rows_are_what_its_scripts_expect()
    {
        var row = Named(GdeltFormat.V2, 1);
        Assert.Equal("20310103", row["SQLDATE"]);
        Assert.Equal("203101", row["MonthYear"]);
        Assert.Equal("2031.0082", row["FractionDate"]);
        Assert.Equal(("DEU", "FRA"), (row["Actor1CountryCode"], row["Actor2CountryCode"]));
        Assert.Equal(("036", "036", "03"), (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]));
        Assert.Equal(("4", "Berlin, Germany", "GM"), (row["ActionGeo_Type"], row["ActionGeo_FullName"], row["ActionGeo_CountryCode"]));
        Assert.Equal(("52.52437", "13.41053"), (row["ActionGeo_Lat"], row["ActionGeo_Long"]));
        Assert.Equal("20310103000000", row["DATEADDED"]);
        Assert.Equal("20310103", Named(GdeltFormat.V1, 1)["DATEADDED"]);
        Assert.True(long.Parse(row["GLOBALEVENTID"], CultureInfo.InvariantCulture) < 1L << 53);
        Assert.Equal("0", Named(GdeltFormat.V2, 0)["ActionGeo_Type"]);
    }

    [Fact]
    public void Icews_rows_have_names_of_countries_and_nothing_where_nothing_is_known()
    {
        var row = Named(IcewsFormat.Instance, 1);
        Assert.Equal(("2031-01-03", "Germany", "France", "036", "4.0", "Tribune", "Berlin"),
            (row["Event Date"], row["Source Country"], row["Target Country"], row["CAMEO Code"], row["Intensity"], row["Publisher"], row["City"]));
        Assert.Equal("", Named(IcewsFormat.Instance, 0)["City"]);
    }

    [Fact]
    public void Phoenix_rows_have_penta_classes()
    {
        var row = Named(PhoenixFormat.Instance, 0);
        Assert.Equal(("20310102", "2031", "1", "2", "161", "16", "3"),
            (row["Date"], row["Year"], row["Month"], row["Day"], row["EventCode"], row["EventRootCode"], row["PentaClass"]));
        Assert.Equal("a_1", row["SentenceID"]);
    }

    [Fact]
    public void Polecat_rows_say_None_and_have_quads_in_words()
    {
        var row = Named(PolecatFormat.Instance, 1);
        Assert.Equal(("CONSULT", "None", "VERBAL COOPERATION", "255", "DEU", "None"),
            (row["Event Type"], row["Event Mode"], row["Quad Code"], row["Actor COW"], row["Country"], row["GeoNames ID"]));
    }

    [Theory]
    [InlineData("gdelt1")]
    [InlineData("gdelt2")]
    [InlineData("icews")]
    [InlineData("phoenix")]
    [InlineData("polecat")]
    public void What_is_written_can_be_read_again(string name)
    {
        var text = Text(s => Format(name).Write(s, _records));
        var read = TableImport.Read(name, new StringReader(text)).ToList();
        Assert.Equal(2, read.Count);
        Assert.Equal([new DateOnly(2031, 1, 2), new DateOnly(2031, 1, 3)], read.Select(e => e.Date));
        Assert.Equal(["DEU", "FRA"], [read[1].Source?.Country, read[1].Target?.Country]);
        Assert.Equal(name == "polecat" ? "04" : "036", read[1].Type.Cameo);
        Assert.Equal(1, read[1].Type.Quad);
        Assert.Equal(4, read[1].Type.Goldstein);
        Assert.Equal(52.52437, read[1].Place?.Latitude);
        var coded = read[1].ToCoded(name);
        var mention = Assert.Single(coded.Events);
        var words = coded.Document.Text;
        Assert.Equal(read[1].Source!.Name, mention.Source!.Span.Quote(words));
        Assert.Equal(read[1].Target!.Name, mention.Target!.Span.Quote(words));
        Assert.Equal(read[1].Type.Label, mention.Trigger.Quote(words));
        Assert.Equal(read[1].Place!.Name, mention.Place!.Span.Quote(words));
    }

    [Fact]
    public void A_row_of_another_length_is_named_by_its_line() =>
        Assert.Contains("line 1", Assert.Throws<TableImportException>(() => TableImport.Read("phoenix", new StringReader("a\tb\n")).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void Csv_keeps_quotes_commas_and_line_ends()
    {
        var csv = Text(s => FlatFormats.WriteCsv(s, _records));
        Assert.StartsWith("id,date,date_basis,", csv, StringComparison.Ordinal);
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(",diplomats_expelled,5,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parquet_reads_back_as_it_was()
    {
        var stream = new MemoryStream();
        await FlatFormats.WriteParquet(stream, _records, TestContext.Current.CancellationToken);
        stream.Position = 0;
        var rows = (await ParquetSerializer.DeserializeAsync<FlatEvent>(stream, cancellationToken: TestContext.Current.CancellationToken)).Data;
        Assert.Equal(_records.Select(r => r.Event.Id), rows.Select(r => r.Id));
        Assert.Equal(5, rows[0].Count);
        Assert.Null(rows[0].Lat);
        Assert.Equal(new DateOnly(2031, 1, 3), rows[1].Date);
    }

    [Fact]
    public void Geojson_has_a_null_geometry_where_no_place_is_known()
    {
        using var json = JsonDocument.Parse(Text(s => WebFormats.WriteGeoJson(s, _records)));
        var features = json.RootElement.GetProperty("features");
        Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());
        Assert.Equal(JsonValueKind.Null, features[0].GetProperty("geometry").ValueKind);
        var point = features[1].GetProperty("geometry");
        Assert.Equal("Point", point.GetProperty("type").GetString());
        Assert.Equal([13.41053, 52.52437], point.GetProperty("coordinates").EnumerateArray().Select(x => x.GetDouble()));
        Assert.All(features.EnumerateArray(), f => Assert.Equal("Feature", f.GetProperty("type").GetString()));
    }

    [Fact]
    public void Annotations_count_code_points_and_quote_the_words()
    {
        var first = JsonDocument.Parse(Text(s => WebFormats.WriteAnnotations(s, _records)).Split('\n')[0]).RootElement;
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", first.GetProperty("@context").GetString());
        Assert.Equal("Annotation", first.GetProperty("type").GetString());
        var selectors = first.GetProperty("target").GetProperty("selector");
        var text = _records[0].Document.Text;
        var start = selectors[0].GetProperty("start").GetInt32();
        var runes = text.EnumerateRunes().ToArray();
        var exact = selectors[1].GetProperty("exact").GetString()!;
        Assert.Equal("expels", exact);
        Assert.Equal(exact, string.Concat(runes[start..selectors[0].GetProperty("end").GetInt32()].Select(r => r.ToString())));
        Assert.EndsWith("Veldania ", selectors[1].GetProperty("prefix").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Follow_the_money_has_each_party_once_before_its_events()
    {
        var entities = Text(s => WebFormats.WriteFollowTheMoney(s, _records)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["Organization", "PublicBody", "Event", "PublicBody", "Event"], entities.Select(e => e.GetProperty("schema").GetString()));
        var known = new HashSet<string>();
        foreach (var e in entities)
        {
            Assert.True(known.Add(e.GetProperty("id").GetString()!));
            foreach (var p in e.GetProperty("properties").EnumerateObject()) Assert.Equal(JsonValueKind.Array, p.Value.ValueKind);
            if (e.GetProperty("properties").TryGetProperty("involved", out var involved))
                Assert.All(involved.EnumerateArray(), i => Assert.Contains(i.GetString()!, known));
        }
    }

    [Fact]
    public void Json_lines_hold_the_record()
    {
        var line = JsonDocument.Parse(Text(s => WebFormats.WriteJsonLines(s, _records)).Split('\n')[0]).RootElement;
        Assert.Equal("diplomats_expelled", line.GetProperty("measure").GetProperty("kind").GetString());
        Assert.Equal(5, line.GetProperty("measure").GetProperty("count").GetInt32());
        Assert.Equal("document", line.GetProperty("date").GetProperty("basis").GetString());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("place").ValueKind);
        Assert.Equal("The Herald", line.GetProperty("publishers")[0].GetString());
    }

    [Fact]
    public void Gold_holds_only_what_people_reviewed()
    {
        Assert.Equal("", Text(s => GoldFormat.WriteGold(s, _records)));
        new LedgerCorrections(_test.Path).Add(new CorrectionRequest(CorrectionAction.Accept, "ana") { EventId = _records[0].Event.Id });
        var records = ExportRecord.Read(_ledger, new EventQuery()).ToList();
        var gold = JsonDocument.Parse(Text(s => GoldFormat.WriteGold(s, records))).RootElement;
        Assert.Equal("VEL", gold.GetProperty("measures")[0].GetProperty("sender").GetString());
        Assert.Equal("right", JsonDocument.Parse(Text(s => GoldFormat.WriteTraining(s, records))).RootElement.GetProperty("label").GetString());
    }

    private Dictionary<string, string> Named(ColumnFormat format, int event_)
    {
        var row = Rows(format)[event_ + (format.HasHeader ? 1 : 0)];
        return format.Columns.Zip(row).ToDictionary(x => x.First, x => x.Second);
    }

    private static ColumnFormat Format(string name) => name switch
    {
        "gdelt1" => GdeltFormat.V1,
        "gdelt2" => GdeltFormat.V2,
        "icews" => IcewsFormat.Instance,
        "phoenix" => PhoenixFormat.Instance,
        _ => PolecatFormat.Instance,
    };
}
