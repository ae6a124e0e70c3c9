using Demarche.Coding.Scoring;
using Demarche.Language;

namespace Demarche.Judging;

/// <summary>A party of a coded event.</summary>
/// <param name="Country">Country or body; null where it belongs to none.</param>
internal sealed record CodedParty(Span Span, string Name, string? Country)
{
    /// <summary>The earlier mention that it refers back to, where that is known.</summary>
    public Span? Antecedent { get; init; }

    /// <summary>The CAMEO code of the actor, where it is known.</summary>
    public string? Cameo { get; init; }

    /// <summary>
    /// True for what annotators write so: groups across borders have codes of their own there, bodies of the United Nations its code, and territories with an
    /// ISO code of their own that of their state.
    /// </summary>
    public bool Is(string code) => code == Country || code switch
    {
        "ISIL" => Name.Contains("Islamic State", StringComparison.Ordinal),
        "ALQAEDA" => Name.Contains("Qaeda", StringComparison.Ordinal) || Name.Contains("Laden", StringComparison.Ordinal) || Name.Contains("Zawahiri", StringComparison.Ordinal),
        "CHN" => Country is "HKG" or "MAC",
        "USA" => Country is "PRI" or "GUM" or "VIR",
        "UN" => Cameo?.StartsWith("IGOUNO", StringComparison.Ordinal) == true,
        _ => false,
    };
}

/// <summary>What of a coded event is compared with the annotators' acts.</summary>
internal sealed record CodedAct(EventClass Class, Span Trigger, Span Sentence, CodedParty? Source, CodedParty? Target);

/// <summary>Which act a coded event tells, and what of it is right.</summary>
internal readonly record struct ActJudgement(GoldAct? Act, bool Class, bool Source, bool Target)
{
    public bool IsRight => Class && Source && Target;
}

/// <summary>
/// Compares a coded event with the acts of its report. It tells the act of its class with the same trigger, else of its sentence, else one of another sentence
/// with the same parties; an act of another class only by its trigger.
/// </summary>
internal static class ActJudge
{
    public static ActJudgement Judge(CodedAct e, IReadOnlyList<GoldAct> acts)
    {
        var best = default(ActJudgement);
        var most = 0;
        foreach (var act in acts)
        {
            var overlaps = act.Trigger.Start < e.Trigger.End && e.Trigger.Start < act.Trigger.End;
            var classed = IsSame(act.Class, e.Class, overlaps);
            var here = e.Sentence.Start <= act.Trigger.Start && act.Trigger.Start < e.Sentence.End;
            var (source, target) = Parties(e, act);
            if (!overlaps && !(classed && (here || source && target && act.Sources.Count + act.Targets.Count > 0))) continue;
            var score = (act.Class == e.Class ? 17 : classed ? 16 : 0) + (overlaps ? 4 : 0) + (here ? 2 : 1) + (source ? 2 : 0) + (target ? 2 : 0);
            if (score <= most) continue;
            most = score;
            best = new ActJudgement(act, classed, source, target);
        }
        return best;
    }

    /// <summary>
    /// The same class, or one that annotators and PLOVER part differently: signing, joining and recognising (their COOPERATE is PLOVER's SUPPORT), sanctions
    /// as SANCTION or COERCE, and of the same trigger what is seized or kidnapped, ASSAULT or COERCE.
    /// </summary>
    private static bool IsSame(EventClass a, EventClass b, bool sameTrigger)
    {
        if (a == b) return true;
        var (low, high) = a < b ? (a, b) : (b, a);
        return (low, high) is (EventClass.Cooperate, EventClass.Support) or (EventClass.Coerce, EventClass.Sanction) || sameTrigger && (low, high) is (EventClass.Assault, EventClass.Coerce);
    }

    private static (bool Source, bool Target) Parties(CodedAct e, GoldAct act)
    {
        var (source, target) = (IsRight(e.Source, act.Sources), IsRight(e.Target, act.Targets));
        if (!act.IsMutual || source && target) return (source, target);
        var (back, forth) = (IsRight(e.Source, act.Targets), IsRight(e.Target, act.Sources));
        return back && forth || !source && !target ? (back, forth) : (source, target);
    }

    /// <summary>The right country; where the annotator knew none, a party without one or the same words; where none is told, none.</summary>
    public static bool IsRight(CodedParty? coded, IReadOnlyList<GoldParty> gold)
    {
        if (coded is null) return gold.All(g => g.Code == "?");
        foreach (var g in gold)
            if (coded.Is(g.Code) || g.Code == "?" && (coded.Country is null || Overlap(g.Span, coded)) || g.Code == GoldParty.ByWords && Overlap(g.Span, coded)) return true;
        return false;
    }

    private static bool Overlap(Span gold, CodedParty coded) =>
        gold.Start < coded.Span.End && coded.Span.Start < gold.End || coded.Antecedent is { } back && gold.Start < back.End && back.Start < gold.End;
}
