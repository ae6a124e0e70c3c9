using System.Collections.Frozen;

namespace Demarche.Language.Syntax;

/// <summary>
/// Past forms of English verbs that no rule of endings gives ("withdrew", "froze"): a treebank shows each too seldom to learn them all, and
/// a rule learnt from others makes nonsense of them.
/// </summary>
internal static class IrregularVerbs
{
    // Base, past and participle; the two forms are one where only one stands.
    private const string Table =
        """
        arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|befall befell befallen|begin began begun|behold beheld|bend bent
        beset beset|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcast|build built|burst burst
        buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come|creep crept|cut cut|deal dealt|dig dug|draw drew drawn|drink drank drunk
        drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecast
        foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got gotten|give gave given|go went gone
        grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learnt
        leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood
        outbid outbid|outrun outran outrun|overcome overcame overcome|overhear overheard|override overrode overridden|overrun overran overrun|oversee oversaw overseen
        overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid|prove proved proven|put put|quit quit|rebuild rebuilt|redraw redrew redrawn|repay repaid
        resell resold|reset reset|retake retook retaken|rethink rethought|rewrite rewrote rewritten|rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said
        see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut|sing sang sung
        sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|sling slung|speak spoke spoken|speed sped|spend spent|spin spun|split split|spread spread|spring sprang sprung
        stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught
        tear tore torn|tell told|think thought|throw threw thrown|thrust thrust|tread trod trodden|undercut undercut|undergo underwent undergone|understand understood
        undertake undertook undertaken|undo undid undone|unwind unwound|uphold upheld|upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound
        withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written
        """;

    // Past forms that are verbs' bases too: "they found parties", "felled".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AlsoBases = new[]
    {
        "bore", "bound", "fell", "found", "ground", "lay", "left", "overrun", "rent", "saw", "shed", "shot", "wound", "wove",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Bases = Read();

    /// <summary>The base of a past form or a participle under the tag; null where the form is regular, or a base itself.</summary>
    public static string? Base(ReadOnlySpan<char> form, Xpos tag) =>
        tag is Xpos.VBD or Xpos.VBN or Xpos.VB or Xpos.VBP or Xpos.VBZ && Bases.TryGetValue(form, out var found)
        && (tag is Xpos.VBD or Xpos.VBN || !AlsoBases.Contains(form)) ? found : null;

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Read()
    {
        var bases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var verb in Table.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var forms = verb.Split(' ');
            foreach (var form in forms.AsSpan(1)) bases.TryAdd(form, forms[0]);
        }
        return bases.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
