using Demarche.Coding;

namespace Demarche.Cli.Reading;

/// <summary>
/// What an event says in plain words, to stand between its parties: "expels 8 diplomats of", "meets". Measures have their own
/// wording; other acts that of their CAMEO code, the longest that is listed.
/// </summary>
internal static class ActPhrases
{
    /// <summary>Wording with a target after it, and without one. # stands for the count or an indefinite plural.</summary>
    private static readonly Dictionary<string, (string With, string Without)> Measures = new(StringComparer.Ordinal)
    {
        ["diplomats_expelled"] = ("expels # diplomats of", "expels # diplomats"),
        ["ambassador_expelled"] = ("expels the ambassador of", "expels an ambassador"),
        ["ambassador_recalled"] = ("recalls its ambassador from", "recalls its ambassador"),
        ["ambassador_returned"] = ("sends its ambassador back to", "sends its ambassador back"),
        ["ambassador_summoned"] = ("summons the ambassador of", "summons an ambassador"),
        ["staff_withdrawn"] = ("withdraws # staff from", "withdraws # staff"),
        ["accreditation_withdrawn"] = ("withdraws the accreditation of # staff of", "withdraws accreditation"),
        ["mission_closed"] = ("closes its mission to", "closes a mission"),
        ["mission_opened"] = ("opens a mission to", "opens a mission"),
        ["relations_severed"] = ("severs relations with", "severs relations"),
        ["relations_established"] = ("establishes relations with", "establishes relations"),
        ["relations_downgraded"] = ("downgrades relations with", "downgrades relations"),
        ["recognition_granted"] = ("recognises", "grants recognition"),
        ["recognition_withdrawn"] = ("withdraws its recognition of", "withdraws recognition"),
        ["sanctions_imposed"] = ("imposes sanctions on", "imposes sanctions"),
        ["sanctions_extended"] = ("extends sanctions on", "extends sanctions"),
        ["sanctions_lifted"] = ("lifts sanctions on", "lifts sanctions"),
        ["entry_banned"] = ("bars entry to people of", "bars entry"),
        ["assets_frozen"] = ("freezes assets of", "freezes assets"),
        ["trade_restricted"] = ("restricts trade with", "restricts trade"),
        ["trade_freed"] = ("frees trade with", "frees trade"),
        ["border_closed"] = ("closes its border with", "closes its border"),
        ["border_opened"] = ("opens its border with", "opens its border"),
        ["airspace_closed"] = ("closes its airspace to", "closes its airspace"),
        ["aid_granted"] = ("grants aid to", "grants aid"),
        ["aid_suspended"] = ("suspends aid to", "suspends aid"),
        ["agreement_signed"] = ("signs an agreement with", "signs an agreement"),
        ["agreement_suspended"] = ("suspends or leaves an agreement with", "suspends or leaves an agreement"),
        ["membership_joined"] = ("joins", "joins an organisation"),
        ["membership_suspended"] = ("suspends the membership of", "suspends a membership"),
        ["membership_left"] = ("leaves", "leaves an organisation"),
        ["troops_deployed"] = ("deploys # troops towards", "deploys # troops"),
        ["troops_withdrawn"] = ("withdraws # troops from", "withdraws # troops"),
        ["talks_opened"] = ("opens talks with", "opens talks"),
        ["talks_suspended"] = ("suspends talks with", "suspends talks"),
        ["channel_opened"] = ("opens a channel to", "opens a channel"),
        ["channel_closed"] = ("closes a channel to", "closes a channel"),
        ["arms_supplied"] = ("supplies arms to", "supplies arms"),
        ["alert_raised"] = ("raises its alert over", "raises its alert"),
        ["airspace_violated"] = ("violates the airspace of", "violates airspace"),
        ["territory_annexed"] = ("annexes territory of", "annexes territory"),
    };

    private static readonly Dictionary<string, (string With, string Without)> Cameo = new(StringComparer.Ordinal)
    {
        ["01"] = ("makes a statement about", "makes a statement"),
        ["015"] = ("acknowledges responsibility towards", "acknowledges responsibility"),
        ["016"] = ("denies responsibility towards", "denies responsibility"),
        ["02"] = ("appeals to", "appeals"),
        ["03"] = ("means to cooperate with", "means to cooperate"),
        ["031"] = ("means to trade or cooperate with", "means to cooperate"),
        ["033"] = ("means to give aid to", "means to give aid"),
        ["034"] = ("means to reform for", "means to reform"),
        ["035"] = ("means to yield to", "means to yield"),
        ["0356"] = ("means to de-escalate with", "means to de-escalate"),
        ["039"] = ("offers to mediate for", "offers to mediate"),
        ["036"] = ("means to meet", "means to meet"),
        ["04"] = ("consults with", "consults"),
        ["041"] = ("talks by telephone with", "talks by telephone"),
        ["042"] = ("visits", "makes a visit"),
        ["043"] = ("hosts", "hosts a visit"),
        ["044"] = ("meets", "meets"),
        ["045"] = ("mediates for", "mediates"),
        ["046"] = ("negotiates with", "negotiates"),
        ["05"] = ("engages in diplomacy with", "engages in diplomacy"),
        ["051"] = ("praises", "gives praise"),
        ["052"] = ("defends", "defends"),
        ["057"] = ("signs an agreement with", "signs an agreement"),
        ["06"] = ("cooperates with", "cooperates"),
        ["07"] = ("aids", "gives aid"),
        ["08"] = ("yields to", "yields"),
        ["081"] = ("eases restrictions on", "eases restrictions"),
        ["084"] = ("returns or releases people to", "returns or releases people"),
        ["087"] = ("de-escalates towards", "de-escalates"),
        ["0871"] = ("agrees a ceasefire with", "agrees a ceasefire"),
        ["0874"] = ("withdraws from", "withdraws"),
        ["09"] = ("investigates", "investigates"),
        ["10"] = ("makes demands on", "makes demands"),
        ["11"] = ("disapproves of", "disapproves"),
        ["111"] = ("criticises", "criticises"),
        ["112"] = ("accuses", "makes an accusation"),
        ["113"] = ("rallies opposition to", "rallies opposition"),
        ["114"] = ("complains to", "complains"),
        ["12"] = ("rebuffs", "rejects"),
        ["13"] = ("threatens", "threatens"),
        ["14"] = ("protests against", "protests"),
        ["15"] = ("shows force towards", "shows force"),
        ["16"] = ("reduces relations with", "reduces relations"),
        ["161"] = ("reduces diplomatic relations with", "reduces diplomatic relations"),
        ["163"] = ("imposes sanctions on", "imposes sanctions"),
        ["17"] = ("coerces", "coerces"),
        ["172"] = ("imposes restrictions on", "imposes restrictions"),
        ["173"] = ("arrests people of", "makes arrests"),
        ["174"] = ("expels people of", "expels people"),
        ["18"] = ("assaults", "commits an assault"),
        ["181"] = ("abducts people of", "abducts people"),
        ["183"] = ("bombs", "carries out a bombing"),
        ["186"] = ("assassinates someone of", "carries out an assassination"),
        ["19"] = ("fights", "fights"),
        ["190"] = ("uses force against", "uses force"),
        ["191"] = ("blockades", "imposes a blockade"),
        ["192"] = ("occupies territory of", "occupies territory"),
        ["193"] = ("shoots at", "shoots"),
        ["194"] = ("shells", "shells"),
        ["195"] = ("carries out air strikes on", "carries out air strikes"),
        ["196"] = ("breaks a ceasefire with", "breaks a ceasefire"),
        ["20"] = ("uses mass violence against", "uses mass violence"),
    };

    /// <summary>The act in words; with a target, the words lead up to its name.</summary>
    /// <param name="several">More than one does it: "Cadria and Borvia praise".</param>
    public static string Of(EventMention e, bool several)
    {
        var (with, without) = Wording(e);
        var phrase = e.Target is null ? without : with;
        if (several) phrase = Plural(phrase);
        if (!phrase.Contains('#')) return phrase;
        var count = e.Measure?.Range is { } r ? $"{r.Low:N0}–{r.High:N0}" : e.Measure?.Count?.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        phrase = count is null ? phrase.Replace("# ", "", StringComparison.Ordinal) : phrase.Replace("#", count, StringComparison.Ordinal);
        return count == "1" ? phrase.Replace("diplomats", "diplomat", StringComparison.Ordinal) : phrase;
    }

    // Every phrase begins with a verb in the third person; one has a second after "or".
    private static string Plural(string phrase)
    {
        if (phrase.IndexOf(" or ", StringComparison.Ordinal) is > 0 and var or && !phrase[..or].Contains(' '))
            return $"{Plural(phrase[..or])} or {Plural(phrase[(or + 4)..])}";
        var end = phrase.IndexOf(' ') is > 0 and var blank ? blank : phrase.Length;
        var verb = phrase[..end];
        if (!verb.EndsWith('s')) return phrase;
        verb = verb.EndsWith("ies", StringComparison.Ordinal) ? $"{verb[..^3]}y" : verb[..^1];
        return verb + phrase[end..].Replace(" its ", " their ", StringComparison.Ordinal);
    }

    private static (string With, string Without) Wording(EventMention e)
    {
        if (e.Measure is { } m && Measures.TryGetValue(m.Kind, out var measure)) return measure;
        for (var n = e.Type.Cameo.Length; n >= 2; n--)
            if (Cameo.TryGetValue(e.Type.Cameo[..n], out var act)) return act;
        return ($"({e.Type.Label})", $"({e.Type.Label})");
    }
}
