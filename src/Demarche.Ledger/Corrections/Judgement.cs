namespace Demarche.Ledger.Corrections;

/// <summary>What one person last said of an event, where it was not taken back.</summary>
public sealed record Judgement(string EventId, string Author, CorrectionAction Verdict)
{
    /// <summary>The verdicts that stand, of the actions that judge: accept, reject and edit.</summary>
    /// <param name="corrections">In any order.</param>
    public static IReadOnlyList<Judgement> Standing(IEnumerable<Correction> corrections)
    {
        var all = corrections.OrderBy(c => c.Number).ToList();
        var undone = all.Where(c => c.Undoes is not null).Select(c => c.Undoes!.Value).ToHashSet();
        return [.. all
            .Where(c => c.EventId is not null && c.Action is CorrectionAction.Accept or CorrectionAction.Reject or CorrectionAction.Edit && !undone.Contains(c.Number))
            .GroupBy(c => (c.EventId!, c.Author))
            .Select(g => new Judgement(g.Key.Item1, g.Key.Author, g.Last().Action))
            .OrderBy(j => j.EventId, StringComparer.Ordinal).ThenBy(j => j.Author, StringComparer.Ordinal)];
    }
}
