using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Demarche.Ledger.Relations;

/// <summary>
/// By kind of measure, words of which one must stand in the sentence that tells of it if the state of a relation is to rest on it, and
/// words that tell of a wish, a plan or a refusal instead of the deed.
/// </summary>
internal static class StateWords
{
    private const string Proposal = @"\b(propos\w+|(trying|tried|tries|attempt\w*|hop\w+|expected|ready|plans?|planned|planning) to)\b";

    private const string Wish = @"\b(urg\w+|call\w* (on|for)|demand\w*|challeng\w+|persuad\w+|no sign|refus\w+|unless|vow\w*)\b|" + Proposal;

    private static readonly FrozenDictionary<string, (Regex Words, Regex? Unless)> ByKind = new (string Kinds, string Words, string? Unless)[]
    {
        ("diplomats_expelled", "diplomat|envoy|attach|consul|embass|ambassador|mission|spy|spies|intelligence", Proposal + "|non-?(essential|emergency)"),
        ("staff_withdrawn", "diplomat|envoy|attach|consul|embass|ambassador|mission|personnel|staff", Proposal),
        ("ambassador_recalled ambassador_expelled ambassador_returned ambassador_summoned", "ambassador|envoy|diplomat|charg|high commissioner|nuncio|consul", null),
        ("mission_closed mission_opened", "embass|consul|diplomatic mission|mission to|liaison|representat", null),
        ("accreditation_withdrawn", "diplomat|accredit|credential|immunity|mission|envoy|consul", null),
        ("relations_established", @"diplomatic|normali|(establish|restor|resum)\w*.{0,40}(ties|relations)", Wish + @"|\b(upgrad\w+|strategic|repair\w*|offer\w*)\b|\b(defen[cs]e|trade|economic|military|security|business|sport\w*|cricket\w*|cultural) (ties|relation)"),
        ("relations_severed relations_downgraded", @"diplomatic|(sever|cut|br[eo]ak|suspend|downgrad)\w*.{0,40}(ties|relations)", Wish + @"|\bif\b|\b(trade|economic|military|security|business) (ties|relations)\b"),
        ("recognition_granted recognition_withdrawn", "independen|sovereign|statehood|government|legitimate|republic|territor|capital|president|state of|as a state", Wish + "|genocide"),
        ("sanctions_imposed sanctions_extended", "sanction|embargo|blacklist|penalt|restriction|asset", @"\b(eas(e|es|ed|ing)|relax\w*|loosen\w*|urg\w+|call\w* (on|for)|demand\w*)\b|" + Proposal),
        ("sanctions_lifted", @"sanction|embargo|blacklist|restriction|asset|bans?\b|blockade", Wish + @"|\bwaive\w*\b|\bround of\b"),
        ("entry_banned", "visa|enter|entry|entrance|persona non grata|passport|blacklist", @"\b(negotiations|talks)\b"),
        ("assets_frozen", "asset|account|funds|property|reserves", null),
        ("agreement_signed", "agreement|treaty|treaties|accord|pact|deal|convention|protocol|truce|cease-?fire|memorandum|charter|contract|declaration", @"\b(mediat\w+|petition|draft|tentative|in principle|sign(s|ed|ing)? no|not signed)\b|" + Proposal),
        ("agreement_suspended", "agreement|treaty|treaties|accord|pact|deal|convention|protocol|truce|cease-?fire|memorandum", @"\b(rebels?|militants?)\b|" + Proposal),
        ("aid_granted aid_suspended", "aid|assist|loan|grant|donat|fund|relief|package|medic|food|vaccin|payment", "sanctions? relief|insurgen|sentence|incentive"),
        ("trade_freed", @"trade|tariff|imports?\b|export|dut(y|ies)\b|bans?\b|banned|embargo|goods|gas\b|oil\b|quota", Proposal),
        ("trade_restricted", @"trade|tariff|imports?\b|export|dut(y|ies)\b|bans?\b|banned|embargo|goods|gas\b|oil\b|quota", @"\b(eas(e|es|ed|ing)|relax\w*|loosen\w*)\b|" + Proposal),
        ("border_closed border_opened", "border|crossing|frontier|checkpoint", @"\b(cattle|beef|livestock|poultry|meat|imports?)\b"),
        ("airspace_closed airspace_violated", @"airspace|flight|air space|aircraft|airline|(war|air|aero)?planes?\b|warjets?|helicopter|jets?\b|drone", @"\bthreaten\w* to\b|" + Proposal),
        ("troops_deployed", @"troop|soldier|force|military|army|peacekeep|marines|navy|naval|warship|tanks?\b|battalion|brigade|carrier|personnel", @"\b(asked|appeal\w*|urg\w+)\b|" + Proposal),
        ("troops_withdrawn", @"troop|soldier|force|military|army|peacekeep|marines|navy|naval|warship|tanks?\b|battalion|brigade|carrier|personnel", Wish),
        ("territory_annexed", "annex|incorporat|absorb", Wish + @"|\b(plan\w*|suspension|will effectively|threat\w*)\b"),
        ("arms_supplied", @"weapon|arms|missile|tanks?\b|aircraft|jets?\b|ammunition|munition|rifle|artillery|shells?\b|drone|military|defen[cs]e",
            Wish + @"|give up|\b(dealers?|smuggl\w+|traffick\w+|rebels?|militants?|insurgents?|separatists?|guard|protect|patrol|deter|station\w*|exercises?|drills?|evacuat\w*|charter\w*|border|offensive|invasion|incursion)\b"),
        ("membership_joined", @"(?<!\b(to|not|never|will|would|could|may|might|it|from) (\w+ )?)\b(re)?(joins?|joined|accedes?|acceded)\b|\b(becom(es?|ing)|became)\b.*\bmember|\b(re)?admit(s|ted)\b", Wish + @"|\b(appl(y|ies|ied)|bid|seek\w*|invit\w+|wants? to|candidacy|referendum|parliament|football|jihad\w*|militants?)\b|join\w* .* in \w+ing\b"),
        ("membership_left", @"(?<!\b(to|not|never|will|would|could|may|might|it|from) (\w+ )?)\b(leaves?|left|withdraws?|withdrew|quits?|exits?|exited)\b", Wish + @"|\b(threaten\w*|referendum|campaign|football)\b"),
        ("membership_suspended", "member|suspend|exclud|expel", Wish + @"|\b(threaten\w* to|football|operations?|program\w*|aid|loans?|lending|payments?|funding|flights?|work)\b"),
    }.SelectMany(w => w.Kinds.Split(' ').Select(kind => (kind, w.Words, w.Unless)))
        .ToFrozenDictionary(w => w.kind, w => (Of(w.Words), w.Unless is null ? null : Of(w.Unless)), StringComparer.Ordinal);

    /// <summary>Whether a sentence bears a measure of a kind out; true for kinds of which nothing is asked.</summary>
    public static bool BearOut(string kind, string sentence) =>
        !ByKind.TryGetValue(kind, out var asked) || (asked.Words.IsMatch(sentence) && asked.Unless?.IsMatch(sentence) is not true);

    private static Regex Of(string words) => new(@"\b(" + words + ")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
