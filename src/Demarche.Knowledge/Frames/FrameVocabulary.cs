namespace Demarche.Knowledge.Frames;

/// <summary>Words that frame files may use.</summary>
internal static class FrameVocabulary
{
    public static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "diplomats_expelled", "ambassador_expelled", "ambassador_recalled", "ambassador_returned", "ambassador_summoned", "staff_withdrawn",
        "accreditation_withdrawn", "mission_closed", "mission_opened", "relations_severed", "relations_established", "relations_downgraded",
        "recognition_granted", "recognition_withdrawn", "sanctions_imposed", "sanctions_extended", "sanctions_lifted", "entry_banned", "assets_frozen",
        "trade_restricted", "trade_freed", "border_closed", "border_opened", "airspace_closed", "aid_granted", "aid_suspended", "agreement_signed",
        "agreement_suspended", "membership_joined", "membership_suspended", "membership_left", "troops_deployed", "troops_withdrawn", "talks_opened",
        "talks_suspended", "channel_opened", "channel_closed", "arms_supplied", "alert_raised", "airspace_violated", "territory_annexed",
    };

    public static readonly HashSet<string> Statuses = new(StringComparer.Ordinal)
    {
        "actual", "announced", "threatened", "requested", "denied", "hypothetical",
    };

    public static readonly HashSet<string> FrameKeys = new(StringComparer.Ordinal)
    {
        "code", "measure", "plover", "source", "target", "symmetric", "weight", "both", "alone", "foreign", "refine", "embeds", "map", "status", "verb", "noun", "adj",
    };
}
