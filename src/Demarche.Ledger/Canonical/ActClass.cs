using Demarche.Coding;
using Demarche.Knowledge;

namespace Demarche.Ledger.Canonical;

/// <summary>
/// The block of a mention: only mentions of one block can be the same act. It holds the kind of act (measure kind, else PLOVER
/// type, else CAMEO root), both parties, and whether the act is told as real, asked for, denied or supposed.
/// </summary>
internal static class ActClass
{
    public static string BlockOf(EventMention mention) =>
        $"{ClassOf(mention)}|{PartyOf(mention.Source?.Actor)}|{PartyOf(mention.Target?.Actor)}|{Mood(mention)}";

    /// <summary>The key under which a party stands in dyads; null where there is no party.</summary>
    public static string? PartyOf(ActorIdentity? actor) => actor is null ? null : actor.Country ?? actor.ActorId ?? actor.Name;

    private static string ClassOf(EventMention mention) =>
        mention.Measure?.Kind ?? mention.Type.Plover?.Type ?? mention.Type.Cameo[..Math.Min(2, mention.Type.Cameo.Length)];

    private static char Mood(EventMention mention) => mention.Status switch
    {
        EventStatus.Actual or EventStatus.Announced => 'r',
        // A threatened measure may come about, and is then the first stage of its life; a threatened blow is another act.
        EventStatus.Threatened => mention.Measure is null ? 't' : 'r',
        EventStatus.Requested => 'q',
        EventStatus.Denied => 'd',
        _ => 'h',
    };
}
