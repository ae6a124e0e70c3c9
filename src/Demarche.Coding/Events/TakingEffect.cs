using Demarche.Coding.Claims;
using Demarche.Coding.Mentions;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>
/// Dates told after the measure they belong to: "The closure takes effect on 1 November", "They must leave by the end of the month". A noun of
/// the measure's kind, or one that points back, is the subject of words of taking effect; those expelled or called home, of leaving.
/// </summary>
internal static class TakingEffect
{
    /// <summary>A pointer without a kind of its own reaches back this many sentences; the name of the kind, or several at once ("the measures"), over the whole report.</summary>
    private const int Near = 3;

    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal)
    {
        "this", "that", "it", "which", "move", "step", "decision", "measure", "action", "order", "reprisal", "retaliation", "response", "change", "rule", "restriction", "announcement",
    };

    // Nouns of a kind, and the words of a measure's kind that they name.
    private static readonly Dictionary<string, string[]> Kinds = new(StringComparer.Ordinal)
    {
        ["closure"] = ["_closed"],
        ["closing"] = ["_closed"],
        ["shutdown"] = ["_closed"],
        ["opening"] = ["_opened"],
        ["reopening"] = ["_opened"],
        ["expulsion"] = ["_expelled"],
        ["recall"] = ["_recalled"],
        ["withdrawal"] = ["_withdrawn", "_left"],
        ["exit"] = ["_left", "agreement_suspended"],
        ["suspension"] = ["_suspended"],
        ["sanction"] = ["sanctions_", "assets_frozen", "entry_banned"],
        ["embargo"] = ["trade_restricted", "sanctions_"],
        ["tariff"] = ["trade_restricted"],
        ["ban"] = ["entry_banned", "trade_restricted", "airspace_closed", "sanctions_"],
        ["freeze"] = ["assets_frozen", "aid_suspended"],
        ["agreement"] = ["agreement_signed"],
        ["treaty"] = ["agreement_signed"],
        ["accord"] = ["agreement_signed"],
        ["deal"] = ["agreement_signed"],
        ["pact"] = ["agreement_signed"],
        ["deployment"] = ["troops_deployed"],
        ["membership"] = ["membership_"],
        ["accreditation"] = ["accreditation_"],
    };

    private static readonly string[] Leavers = ["_expelled", "staff_withdrawn", "ambassador_recalled", "accreditation_withdrawn", "mission_closed", "relations_severed", "troops_withdrawn"];

    /// <summary>Fills the effective dates and deadlines of measures in place.</summary>
    public static void Link(ParsedDocument document, TimeTable times, MentionTable actors, List<EventMention> events)
    {
        foreach (var s in document.Sentences)
        {
            foreach (var placed in times.In(s.Index))
            {
                if (placed.Time is not { Type: "DATE" or "TIME", First: not null }) continue;
                for (var v = 0; v < s.Count; v++)
                {
                    var (effect, leaving) = (IsEffect(s, v), IsLeaving(s, v));
                    if (!effect && !leaving || TimeAttachment.Rank(s, v, placed) < 0) continue;
                    var preposition = ClauseTree.MarkerOf(s, Outermost(s, placed.Head, v));
                    if (leaving && preposition is not ("by" or "before" or "until" or "till")) continue;
                    if (effect && preposition is "until" or "till" or "since" or "before") continue;
                    var date = EventDating.AtItsEnd(document.Document.Text, placed.Time) ?? EventDating.Make(placed.Time);
                    Give(events, s, Subject(s, v), leaving, date, actors, times.DocumentDate);
                }
            }
        }
    }

    private static void Give(List<EventMention> events, ParsedSentence s, int subject, bool leaving, EventDate date, MentionTable actors, DateOnly? today)
    {
        var many = subject >= 0 && s.Tokens[subject].Xpos is Xpos.NNS or Xpos.DT && s.Form(subject) is not ("this" or "that" or "This" or "That");
        var speaker = Speaker(s, subject, actors);
        int? nearest = null;
        for (var i = events.Count - 1; i >= 0; i--)
        {
            var e = events[i];
            if (e.Measure is not { } m || e.Background || e.Sentence >= s.Index || e.Status is EventStatus.Denied or EventStatus.Hypothetical) continue;
            if (e.Date is not { } told || told.Value > date.Value || (leaving ? m.Deadline : m.Effective) is not null) continue;
            var named = leaving ? Array.Exists(Leavers, k => m.Kind.Contains(k, StringComparison.Ordinal)) : Names(s, subject, m.Kind);
            if (!named && (leaving || subject < 0 || !Pointers.Contains(s.Tokens[subject].Lemma))) continue;
            if (!named && !many && s.Index - e.Sentence > Near || leaving && s.Index - e.Sentence > Near) continue;
            // What was done on an earlier day that is told has taken effect then.
            if (!leaving && told.Value < today && e.Status == EventStatus.Actual) continue;
            // "The ministry said the measures …": whoever speaks of several speaks of its own.
            if (!named && many && speaker is not null && e.Source?.Actor.Country != speaker) continue;
            if (nearest is { } sentence && (!many || leaving) && e.Sentence != sentence) break;
            nearest = e.Sentence;
            events[i] = e with { Measure = leaving ? m with { Deadline = date } : m with { Effective = date } };
        }
    }

    private static bool Names(ParsedSentence s, int subject, string kind) =>
        subject >= 0 && Kinds.TryGetValue(s.Tokens[subject].Lemma, out var kinds) && Array.Exists(kinds, k => kind.Contains(k, StringComparison.Ordinal));

    // Subjects of relative clauses stand for their nouns.
    private static int Subject(ParsedSentence s, int verb)
    {
        var subject = ClauseReading.SurfaceSubject(s, verb);
        return subject >= 0 ? subject : s.Tokens[verb].Deprel == Deprel.AclRelcl ? s.Tokens[verb].Head : -1;
    }

    private static int Outermost(ParsedSentence s, int time, int verb)
    {
        var node = time;
        while (s.Tokens[node].Head is >= 0 and var head && head != verb && s.Tokens[head].Upos is Upos.NOUN) node = head;
        return node;
    }

    /// <summary>"take effect", "come into force", "be effective", "be carried out", "begin", "apply".</summary>
    private static bool IsEffect(ParsedSentence s, int v)
    {
        ref readonly var t = ref s.Tokens[v];
        if (t.Lemma is "effective" && t.Upos == Upos.ADJ) return true;
        if (t.Lemma is "force" or "effect" or "operation" && s.Child(v, Deprel.Cop) >= 0) return true;
        if (t.Upos != Upos.VERB) return false;
        switch (t.Lemma)
        {
            case "begin" or "start" or "commence" or "apply" or "implement":
                return s.Child(v, Deprel.Xcomp) < 0;
            case "take":
                return Has(s, v, Deprel.Obj, "effect") || Has(s, v, Deprel.Obj, "place");
            case "come" or "enter" or "go" or "put" or "bring":
                return Has(s, v, Deprel.Obl, "force") || Has(s, v, Deprel.Obl, "effect") || Has(s, v, Deprel.Obl, "operation");
            case "carry":
                return v + 1 < s.Count && s.Form(v + 1) is "out";
            default:
                return false;
        }
    }

    private static bool IsLeaving(ParsedSentence s, int v) =>
        s.Tokens[v].Upos == Upos.VERB && s.Tokens[v].Lemma is "leave" or "depart" or "return" or "have" or "give" && !IsPast(s, v);

    // "left by the end of the month" tells what was done.
    private static bool IsPast(ParsedSentence s, int v) => s.Tokens[v].Xpos == Xpos.VBD && s.Tokens[v].Lemma is not "have";

    private static string? Speaker(ParsedSentence s, int subject, MentionTable actors)
    {
        var main = s.Child(s.Root, Deprel.Nsubj);
        return main < 0 || main == subject ? null : actors.At(s.Index, main)?.Actors.FirstOrDefault()?.Country;
    }

    private static bool Has(ParsedSentence s, int head, Deprel relation, string lemma)
    {
        foreach (var c in s.Children(head))
            if (s.Tokens[c].Deprel == relation && s.Tokens[c].Lemma == lemma) return true;
        return false;
    }
}
