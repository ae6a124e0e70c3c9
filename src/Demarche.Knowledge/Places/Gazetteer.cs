using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Names;

namespace Demarche.Knowledge.Places;

/// <summary>Towns, regions and areas with their names. Safe for many threads.</summary>
public sealed class Gazetteer
{
    private readonly StringPool _strings;
    private readonly PlaceRow[] _rows;
    private readonly Place?[] _made;

    internal Gazetteer(SectionReader reader)
    {
        _strings = StringPool.Read(reader);
        _rows = reader.Array<PlaceRow>();
        Lexicon = Lexicon.Read(reader);
        _made = new Place?[_rows.Length];
    }

    /// <summary>Names of places; the entries of its senses are indices here.</summary>
    public Lexicon Lexicon { get; }

    public int Count => _rows.Length;

    public Place this[int index] => _made[index] ??= Make(index);

    /// <summary>Great-circle distance in kilometres.</summary>
    public static double Distance(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        const double earthRadius = 6371;
        var (a, b) = (double.DegreesToRadians(latitude1), double.DegreesToRadians(latitude2));
        var (dLat, dLon) = (b - a, double.DegreesToRadians(longitude2 - longitude1));
        var h = Math.Pow(Math.Sin(dLat / 2), 2) + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(dLon / 2), 2);
        return 2 * earthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private Place Make(int index)
    {
        ref readonly var r = ref _rows[index];
        return new Place(
            index, r.Kind, _strings[r.Name], r.Country < 0 ? null : _strings[r.Country], r.Division < 0 ? null : _strings[r.Division],
            Math.Round((double)r.Latitude, 4), Math.Round((double)r.Longitude, 4), r.Population, r.Rank);
    }
}
