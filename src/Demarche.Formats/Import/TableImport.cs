using System.Globalization;
using Demarche.Coding;
using Demarche.Formats.Codes;
using Demarche.Formats.Tables;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Formats.Import;

/// <summary>A row that is not of the table it was said to be of; the message names its line.</summary>
public sealed class TableImportException(string message) : FormatException(message);

/// <summary>Reads events in the columns of GDELT 1.0 and 2.0, ICEWS, Phoenix and POLECAT.</summary>
public static class TableImport
{
    public static IReadOnlyList<string> Names { get; } = ["gdelt1", "gdelt2", "icews", "phoenix", "polecat"];

    /// <exception cref="TableImportException">A line has another number of fields, or a field that is no date or number.</exception>
    public static IEnumerable<ImportedEvent> Read(string name, TextReader reader)
    {
        var format = name switch
        {
            "gdelt1" => GdeltFormat.V1,
            "gdelt2" => GdeltFormat.V2,
            "icews" => IcewsFormat.Instance,
            "phoenix" => PhoenixFormat.Instance,
            "polecat" => PolecatFormat.Instance,
            _ => throw new ArgumentException($"there is no table format '{name}'; they are {string.Join(", ", Names)}", nameof(name)),
        };
        var index = format.Columns.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i, StringComparer.Ordinal);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0) continue;
            var fields = line.Split('\t');
            if (format.HasHeader && number == 1 && fields[0].Trim('"') == format.Columns[0])
            {
                // Later releases have further or reordered columns: the header decides.
                index = fields.Select((c, i) => (c: c.Trim('"'), i)).DistinctBy(x => x.c).ToDictionary(x => x.c, x => x.i, StringComparer.Ordinal);
                continue;
            }
            if (fields.Length != index.Count && fields.Length != format.Columns.Count)
                throw new TableImportException($"line {number}: {fields.Length} fields, where {name} has {format.Columns.Count}; check --from and that the file is tab-separated");
            yield return new Row(fields, index, number).Event(name);
        }
    }

    private sealed class Row(string[] fields, Dictionary<string, int> index, int number)
    {
        public ImportedEvent Event(string name) => name switch
        {
            "gdelt1" or "gdelt2" => Gdelt(),
            "icews" => Icews(),
            "phoenix" => Phoenix(),
            _ => Polecat(),
        };

        private ImportedEvent Gdelt()
        {
            var cameo = Need("EventCode");
            return new ImportedEvent(Need("GLOBALEVENTID"), Day("SQLDATE", "yyyyMMdd"), GdeltActor("Actor1"), GdeltActor("Actor2"),
                new EventType(cameo, cameo, null, (int)Real("QuadClass", 1), Real("GoldsteinScale", 0)))
            {
                Url = Text("SOURCEURL"),
                Place = PlaceOf(Text("ActionGeo_FullName"), CountryCodes.OfFips(Text("ActionGeo_CountryCode"))?.Alpha3, "ActionGeo_Lat", "ActionGeo_Long",
                    Text("ActionGeo_Type") == "1" ? PlacePrecision.Country : PlacePrecision.City),
            };
        }

        private ActorIdentity? GdeltActor(string n)
        {
            if (Text(n + "Code") is not { } code) return null;
            var sectors = new[] { "Type1Code", "Type2Code", "Type3Code" }.Select(t => Text(n + t)).OfType<string>();
            return new ActorIdentity(Text(n + "Name") ?? code, Text(n + "CountryCode") ?? Text(n + "KnownGroupCode"), [.. sectors], code);
        }

        private ImportedEvent Icews()
        {
            var cameo = Need("CAMEO Code");
            // Some releases lost the leading zero.
            if (cameo.Length is 1 or 2 && cameo[0] is >= '1' and <= '9' || cameo.Length == 3 && !IsRoot(cameo)) cameo = "0" + cameo;
            var intensity = Real("Intensity", 0);
            var city = Text("City");
            return new ImportedEvent(Need("Event ID"), Day("Event Date", "yyyy-MM-dd"), IcewsActor("Source"), IcewsActor("Target"),
                new EventType(cameo, Text("Event Text") ?? cameo, null, QuadOf(cameo), intensity))
            {
                Publisher = Text("Publisher"),
                Place = PlaceOf(city ?? Text("Province") ?? Text("Country"), CountryCodes.Named(Text("Country"))?.Alpha3, "Latitude", "Longitude",
                    city is null ? PlacePrecision.Country : PlacePrecision.City),
            };
        }

        private ActorIdentity? IcewsActor(string side)
        {
            if (Text(side + " Name") is not { } actor) return null;
            return new ActorIdentity(actor, CountryCodes.Named(Text(side + " Country"))?.Alpha3, [.. Split(side + " Sectors", ',')], null);
        }

        private ImportedEvent Phoenix()
        {
            var cameo = Need("EventCode");
            return new ImportedEvent(Need("EventID"), Day("Date", "yyyyMMdd"), PhoenixActor("Source"), PhoenixActor("Target"),
                new EventType(cameo, cameo, null, QuadOf(cameo), Real("GoldsteinScore", 0)))
            {
                Url = Text("URLs"),
                Publisher = Text("NewsSources"),
                Place = PlaceOf(Text("LocationName"), Text("CountryCode"), "Lat", "Lon", PlacePrecision.City),
            };
        }

        private ActorIdentity? PhoenixActor(string side) =>
            Text(side + "ActorFull") is { } code
                ? new ActorIdentity(code, Text(side + "ActorEntity"), [.. Text(side + "ActorRole") is { } role ? [role] : Array.Empty<string>(), .. Split(side + "ActorAttribute", ';')], code)
                : null;

        private ImportedEvent Polecat()
        {
            var type = Need("Event Type");
            var quad = Text("Quad Code") switch { "VERBAL COOPERATION" => 1, "MATERIAL COOPERATION" => 2, "VERBAL CONFLICT" => 3, _ => 4 };
            return new ImportedEvent(Need("Event ID"), Day("Event Date", "yyyy-MM-dd"), PolecatActor("Actor"), PolecatActor("Recipient"),
                new EventType(RootOf(type), type, new PloverType(type, Text("Event Mode"), [.. Split("Contexts", ';')]), quad,
                    Real(index.ContainsKey("Intensity") ? "Intensity" : "Event Intensity", 0)))
            {
                Publisher = Text("Source"),
                Place = PlaceOf(Text("Placename") ?? Text("City") ?? Text("Country"), Text("Country"), "Latitude", "Longitude", Text("City") is null ? PlacePrecision.Country : PlacePrecision.City),
            };
        }

        private ActorIdentity? PolecatActor(string side) =>
            Text(side + " Name") is { } actor
                ? new ActorIdentity(actor, Split(side + " Country", ';').FirstOrDefault(), [.. Split(side + " Sectors", ';')], null) { Role = Text(side + " Title") }
                : null;

        private EventPlace? PlaceOf(string? name, string? country, string lat, string lon, PlacePrecision precision)
        {
            if (name is null) return null;
            double? y = Text(lat) is null ? null : Real(lat, 0);
            double? x = Text(lon) is null ? null : Real(lon, 0);
            return new EventPlace(new Span(0, 0), name, country, y, x, precision);
        }

        private IEnumerable<string> Split(string column, char separator) =>
            (Text(column) ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        private string? Text(string column) =>
            index.TryGetValue(column, out var i) && i < fields.Length && fields[i].Trim('"', ' ') is { Length: > 0 } s && s is not ("None" or "NULL") ? s : null;

        private string Need(string column) => Text(column) ?? throw new TableImportException($"line {number}: {column} is empty");

        private DateOnly? Day(string column, string pattern)
        {
            if (Text(column) is not { } text) return null;
            return DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, [pattern, "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new TableImportException($"line {number}: {column} is '{text}', which is no day");
        }

        private double Real(string column, double otherwise)
        {
            if (Text(column) is not { } text) return otherwise;
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var x)
                ? x
                : throw new TableImportException($"line {number}: {column} is '{text}', which is no number");
        }

        private static bool IsRoot(string cameo) => int.TryParse(cameo.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var root) && root is >= 1 and <= 20;

        private static int QuadOf(string cameo) => cameo.Length >= 2 && int.TryParse(cameo.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var root)
            ? root switch { <= 5 => 1, <= 8 => 2, <= 13 => 3, _ => 4 }
            : 4;

        /// <summary>The CAMEO root that a PLOVER type came of.</summary>
        private static string RootOf(string plover) => plover switch
        {
            "AGREE" => "03",
            "CONSULT" => "04",
            "SUPPORT" => "05",
            "COOPERATE" => "06",
            "AID" => "07",
            "RETREAT" or "CONCEDE" => "08",
            "REQUEST" => "10",
            "ACCUSE" => "11",
            "REJECT" => "12",
            "THREATEN" => "13",
            "PROTEST" => "14",
            "MOBILIZE" => "15",
            "SANCTION" => "16",
            "COERCE" => "17",
            "ASSAULT" => "18",
            _ => "19",
        };
    }
}
