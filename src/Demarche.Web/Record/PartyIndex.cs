using Demarche.Ledger;

namespace Demarche.Web.Record;

/// <summary>The ledger's parties by code and name, for labels and for boxes that suggest them.</summary>
public sealed class PartyIndex(ILedger ledger, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Names? _names;

    /// <summary>The name of a party; its code where the ledger has none.</summary>
    public string Name(string code) => Now().ByCode.GetValueOrDefault(code)?.Name ?? code;

    public LedgerActor? Find(string codeOrName)
    {
        var text = codeOrName.Trim();
        var names = Now();
        return names.ByCode.GetValueOrDefault(text)
            ?? names.All.FirstOrDefault(a => Same(a.Code, text))
            ?? names.All.FirstOrDefault(a => Same(a.Name, text))
            // A name that is met more rarely than the one shown.
            ?? (text.Length == 0 ? null : ledger.FindActor(text));
    }

    /// <summary>Two parties written together: "RUS NATO", "Russia–NATO", "United States and China".</summary>
    public (LedgerActor A, LedgerActor B)? FindPair(string text)
    {
        foreach (var split in Splits(text))
            if (Find(split.A) is { } a && Find(split.B) is { } b && a.Code != b.Code) return (a, b);
        return null;
    }

    /// <summary>Those whose code or name begins so, then those that have it anywhere; the most active first.</summary>
    public IReadOnlyList<LedgerActor> Suggest(string text, int limit)
    {
        var part = text.Trim();
        if (part.Length == 0) return [.. Now().All.Take(limit)];
        return
        [
            .. Now().All
                .Select(a => (Actor: a, Rank: RankOf(a, part)))
                .Where(x => x.Rank < 3)
                .OrderBy(x => x.Rank)
                .Take(limit)
                .Select(x => x.Actor),
        ];
    }

    private static int RankOf(LedgerActor actor, string part) =>
        Same(actor.Code, part) || Same(actor.Name, part) ? 0
        : Begins(actor.Name, part) || Begins(actor.Code, part) ? 1
        : actor.Name.Contains(part, StringComparison.OrdinalIgnoreCase) ? 2
        : 3;

    private static bool Same(string x, string y) => string.Equals(x, y, StringComparison.OrdinalIgnoreCase);

    private static bool Begins(string text, string part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string A, string B)> Splits(string text)
    {
        foreach (var between in (string[])[" and ", "–", "—", " - ", "/", ",", "-", " "])
        {
            for (var at = text.IndexOf(between, StringComparison.OrdinalIgnoreCase); at > 0; at = text.IndexOf(between, at + 1, StringComparison.OrdinalIgnoreCase))
                yield return (text[..at].Trim(), text[(at + between.Length)..].Trim());
        }
    }

    private Names Now()
    {
        lock (_lock)
        {
            if (_names is { } kept && clock.GetElapsedTime(kept.Taken) < Fresh) return kept;
            var all = ledger.Actors(limit: 1_000_000);
            return _names = new Names(all, all.ToDictionary(a => a.Code, StringComparer.Ordinal), clock.GetTimestamp());
        }
    }

    private sealed record Names(IReadOnlyList<LedgerActor> All, Dictionary<string, LedgerActor> ByCode, long Taken);
}
