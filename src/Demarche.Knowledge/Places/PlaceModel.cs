using System.Globalization;
using Demarche.Knowledge.Names;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Places;

/// <summary>A place with its names, as gathered from the text.</summary>
internal sealed record PlaceEntry(PlaceKind Kind, string Name, string? Country, string? Division, float Latitude, float Longitude, int Population, int Rank)
{
    public List<string> Names { get; } = [Name];
}

/// <summary>
/// Reads the gazetteer's files: <c>cities.tsv</c> and <c>regions.tsv</c> as the conversion wrote them, and .txt files of entries: <c>alias CHE "Genève"</c>
/// (further names of a place that is there), <c>town</c>, <c>region</c> and <c>area</c> (new places).
/// </summary>
internal sealed class PlaceModel(DiagnosticBag diagnostics)
{
    private static readonly HashSet<string> NoFreeProperties = [];

    // Generic words after a region's name that reports leave out.
    private static readonly string[] RegionWords =
        [" Governorate", " Province", " Oblast", " Department", " Region", " State", " District", " County", " Krai", " Prefecture", " Division", " Autonomous Region", " Republic"];

    // Arabic articles that reports leave out.
    private static readonly string[] Articles = ["Al ", "Ar ", "As ", "Ad ", "An ", "Ash ", "At ", "Az "];

    private readonly Dictionary<(string Country, string Name), List<PlaceEntry>> _byName = [];

    public List<PlaceEntry> Places { get; } = [];

    public void Add(SourceFile file)
    {
        if (file.Path.EndsWith("cities.tsv", StringComparison.Ordinal)) AddTable(file, 7, Town);
        else if (file.Path.EndsWith("regions.tsv", StringComparison.Ordinal)) AddTable(file, 5, Region);
        else if (file.Path.EndsWith(".txt", StringComparison.Ordinal)) AddEntries(file);
        else diagnostics.Error("KN040", file.At(1, 1), $"{file.Path} is no table of places", "name it cities.tsv or regions.tsv, or write entries in a .txt file");
    }

    private void AddTable(SourceFile file, int columns, Func<string[], PlaceEntry?> read)
    {
        var number = 0;
        foreach (var line in file.Text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace() || line[0] == '#') continue;
            var cells = line.ToString().Split('\t');
            if (cells.Length != columns)
                diagnostics.Error("KN041", file.At(number, 1), $"this line has {cells.Length} columns, not {columns}", "part the columns by one tab each, as the head of the file names them");
            else if (read(cells) is { } place)
                Add(place);
            else
                diagnostics.Error("KN042", file.At(number, line.IndexOf('\t') + 2), "a number cannot be read", "write latitude, longitude and population as plain numbers");
        }
    }

    private static PlaceEntry? Town(string[] c) =>
        Number(c[3], out var lat) && Number(c[4], out var lon) && int.TryParse(c[5], CultureInfo.InvariantCulture, out var people) && int.TryParse(c[6], CultureInfo.InvariantCulture, out var rank)
            ? Short(new PlaceEntry(PlaceKind.Town, c[0], c[1], c[2].Length == 0 ? null : c[2], lat, lon, people, rank)) : null;

    private static PlaceEntry? Region(string[] c) =>
        Number(c[2], out var lat) && Number(c[3], out var lon) && int.TryParse(c[4], CultureInfo.InvariantCulture, out var people)
            ? Short(new PlaceEntry(PlaceKind.Region, c[0], c[1], null, lat, lon, people, 0)) : null;

    private static bool Number(string text, out float value) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static PlaceEntry Short(PlaceEntry place)
    {
        if (place.Kind == PlaceKind.Region)
        {
            foreach (var word in RegionWords)
                if (place.Name.EndsWith(word, StringComparison.Ordinal) && !IsDirection(place.Name[..^word.Length])) place.Names.Add(place.Name[..^word.Length]);
        }
        foreach (var article in Articles)
            if (place.Population >= 20_000 && place.Name.StartsWith(article, StringComparison.Ordinal)) place.Names.Add(place.Name[article.Length..]);
        return place;
    }

    private static bool IsDirection(string name) =>
        name is "Central" or "Centre" or "Center" or "Coast" or "Coastal" or "Federal District" or "Upper East" or "Upper West" or "Highlands" or "Plateau" or "Metropolitan" or "Interior" or "Islands" or "Western" or "Eastern" or "Northern" or "Southern" or "North" or "South" or "East" or "West" or "Capital" or "Upper" or "Lower" or "Federal";

    private void AddEntries(SourceFile file)
    {
        foreach (var e in EntryReader.Read(file, NoFreeProperties, diagnostics))
        {
            if (e.Kind == "alias") AddAlias(e);
            else if (e.Kind is "town" or "region" or "area") AddEntry(e);
            else diagnostics.Error("KN020", e.At, $"'{e.Kind}' is no kind of place", "use alias, town, region or area");
        }
    }

    private void AddAlias(TextEntry e)
    {
        if (!_byName.TryGetValue((e.Id, e.Name ?? ""), out var known))
        {
            diagnostics.Error("KN043", e.At, $"there is no place \"{e.Name}\" in {e.Id}", "look the name up in cities.tsv or regions.tsv, or enter the place: town, region or area");
            return;
        }
        foreach (var p in e.Properties)
        {
            if (p.Key == "names") known.ForEach(k => k.Names.AddRange(p.Parts().Select(x => x.Text)));
            else diagnostics.Error("KN021", p.At, $"'{p.Key}' is no property of alias", "use names");
        }
    }

    private void AddEntry(TextEntry e)
    {
        string Last(string key) => e.Properties.LastOrDefault(p => p.Key == key)?.Value ?? "";
        foreach (var p in e.Properties.Where(p => p.Key is not ("names" or "division" or "position" or "population")))
            diagnostics.Error("KN021", p.At, $"'{p.Key}' is no property of {e.Kind}", "use names, division, position, population");
        var at = Last("position").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (at.Length != 2 || !Number(at[0], out var lat) || !Number(at[1], out var lon))
        {
            diagnostics.Error("KN030", e.At, $"'{e.Name}' has no position", "write position: LATITUDE LONGITUDE in degrees");
            return;
        }
        var kind = e.Kind switch { "town" => PlaceKind.Town, "region" => PlaceKind.Region, _ => PlaceKind.Area };
        _ = int.TryParse(Last("population"), CultureInfo.InvariantCulture, out var people);
        var division = Last("division");
        var place = new PlaceEntry(kind, e.Name ?? e.Id, e.Id == "-" ? null : e.Id, division.Length == 0 ? null : division, lat, lon, people, 0);
        foreach (var p in e.Properties.Where(p => p.Key == "names")) place.Names.AddRange(p.Parts().Select(x => x.Text));
        Add(place);
    }

    private void Add(PlaceEntry place)
    {
        Places.Add(place);
        var key = (place.Country ?? "", place.Name);
        if (!_byName.TryGetValue(key, out var list)) _byName[key] = list = [];
        list.Add(place);
    }

    public void WriteNames(LexiconBuilder lexicon)
    {
        for (var i = 0; i < Places.Count; i++)
            foreach (var name in Places[i].Names.Distinct().Where(n => !IsDirection(n))) lexicon.Add(name, new Sense(i, SenseKind.Name, SenseFlags.None, 0, int.MaxValue, 0, -1));
    }
}
