namespace Demarche.Knowledge.Actors;

/// <summary>The sectors of PLOVER and CAMEO.</summary>
public static class Sectors
{
    private static readonly HashSet<string> Known =
    [
        // PLOVER
        "GOV", "LEG", "JUD", "MIL", "PAR", "COP", "SPY", "REB", "UAF", "CRM", "PTY", "OPP", "CVL", "CIV", "ELI", "MED", "JRN", "BUS", "EDU",
        "LAB", "REL", "REF", "SET", "IGO", "IMG", "INT", "NGO", "NGM", "MNC", "UIS", "JEW", "MOS", "HRI", "HRM", "NON", "OTH", "UNS",
        // CAMEO only
        "AGR", "DEV", "ENV", "HLH", "MOD", "RAD", "INS", "SEP", "WST", "TOP", "GEN",
    ];

    public static bool IsKnown(string code) => Known.Contains(code);

    public static IEnumerable<string> All => Known.Order(StringComparer.Ordinal);
}
