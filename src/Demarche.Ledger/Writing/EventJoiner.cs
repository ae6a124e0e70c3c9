using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Demarche.Ledger.Canonical;
using Demarche.Ledger.Corrections;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Writing;

/// <summary>Finds the event that a mention tells of, or founds one.</summary>
internal sealed class EventJoiner(SqliteConnection connection, EventBook events, CorrectionBook corrections) : IDisposable
{
    /// <summary>Mentions of an event that a new one is held against; those told most recently.</summary>
    private const int MaxCompared = 8;

    private readonly PreparedCommand _atPlace = new(connection,
        "SELECT m.event FROM mention m JOIN document d ON d.key = m.document WHERE d.id = $0 AND m.tstart < $2 AND m.tend > $1 ORDER BY m.key LIMIT 1", 3);

    /// <summary>Puts the mention into its event and returns that.</summary>
    /// <param name="sameAgain">
    /// What was read at the same place before stays in its event, as when a document is read anew; otherwise only where no other event fits.
    /// </param>
    public EventState Place(MentionFacts mention, bool sameAgain)
    {
        var block = ActClass.BlockOf(mention.Mention);
        var state = ByPerson(mention) ?? ByMachine(mention, block, sameAgain) ?? Found(mention, block);
        state.Mentions.Add(mention);
        var month = EventState.MonthOf(mention.Day);
        if (state.Month == EventState.Undated && month != EventState.Undated && state.Block == block) events.Move(state, month);
        return state;
    }

    public void Dispose() => _atPlace.Dispose();

    private EventState? ByPerson(MentionFacts mention)
    {
        if (corrections.IsEmpty) return null;
        foreach (var (anchor, correction) in corrections.PartnersOf(mention))
        {
            if (_atPlace.Scalar(anchor.DocumentId, anchor.Start, anchor.End) is not long key) continue;
            var state = events.Get(key);
            if (!state.Mentions.Exists(m => CorrectionBook.Covers(anchor, m))) continue;
            mention.Reason = string.Create(CultureInfo.InvariantCulture, $"{(correction.Action == CorrectionAction.Merge ? "merged" : "split off together")} by {correction.Author}, correction {correction.Number}");
            mention.Score = 100;
            return state;
        }
        return null;
    }

    private EventState? ByMachine(MentionFacts mention, string block, bool sameAgain)
    {
        EventState? before = null;
        EventState? best = null;
        MentionFacts? match = null;
        var score = double.NegativeInfinity;
        var (from, until) = Reach(mention);
        foreach (var state in events.Candidates(block, from, until))
        {
            var again = state.Departed.Find(m => m.Document.Id == mention.Document.Id && m.Mention.Trigger.Overlaps(mention.Mention.Trigger));
            if (again is not null && !corrections.Forbids(mention, state))
            {
                before = state;
                if (!sameAgain) continue;
                (mention.Reason, mention.Score) = (again.Reason, again.Score);
                return state;
            }
            if (Likest(mention, state) is not var (like, alike) || alike <= score) continue;
            if (Clashes(mention, state) || IsElsewhere(mention, state) || corrections.Forbids(mention, state)) continue;
            (best, match, score) = (state, like, alike);
        }
        if (best is null) return before;
        mention.Reason = $"as in {match!.Document.Id}: {EventMatcher.Weigh(mention, match, explain: true).Reason}";
        mention.Score = score;
        return best;
    }

    // One sentence does not tell the same act twice, whatever a third mention resembles.
    private static bool Clashes(MentionFacts mention, EventState state) =>
        state.Mentions.Exists(m => m.Document.Key == mention.Document.Key && m.Mention.Sentence == mention.Mention.Sentence);

    // Blows at two towns are two, though a third report of them names no town.
    private static bool IsElsewhere(MentionFacts mention, EventState state) =>
        mention.Kind is null && state.Mentions.Exists(m => EventMatcher.OtherPlace(mention.Mention.Place, m.Mention.Place));

    /// <summary>The first of the latest reports of an event that are likest; null where none is like enough, or another report contradicts.</summary>
    private static (MentionFacts Like, double Score)? Likest(MentionFacts mention, EventState state)
    {
        (MentionFacts, double Score)? likest = null;
        for (var i = Math.Max(0, state.Mentions.Count - MaxCompared); i < state.Mentions.Count; i++)
        {
            var other = state.Mentions[i];
            var verdict = EventMatcher.Weigh(mention, other);
            // The stages of a long withdrawal would else be strung together, each like the one before.
            if (other.Document.Key != mention.Document.Key && verdict.Score < MatchWeights.Contradicts) return null;
            if (verdict.Joins && (likest is not { } best || verdict.Score > best.Score)) likest = (other, verdict.Score);
        }
        return likest;
    }

    private static (DateOnly? From, DateOnly? Until) Reach(MentionFacts mention)
    {
        if ((mention.Day ?? mention.Document.Date) is not { } day) return (null, null);
        var measure = mention.Kind is not null;
        var back = measure || mention.Day is null ? MatchWeights.StageDays : 31;
        var forth = measure ? MatchWeights.StageDays : 31;
        return (day.AddDays(-Math.Min(back, day.DayNumber)), day.AddDays(Math.Min(forth, DateOnly.MaxValue.DayNumber - day.DayNumber)));
    }

    private EventState Found(MentionFacts mention, string block)
    {
        var seed = $"{block}\n{mention.Document.Id}\n{mention.Mention.Id}";
        var id = IdOf(seed);
        for (var n = 2; events.IsTaken(id); n++) id = IdOf(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{n}"));
        return events.Found(block, id, EventState.MonthOf(mention.Day));
    }

    private static string IdOf(string seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 8));
}
