using Xunit;

namespace Demarche.Coding.Tests.Events;

/// <summary>Each family of frames, by CAMEO root: what Arland did to Borovia, in its plainest words.</summary>
public sealed class FrameFamilyTests
{
    [Theory]
    // 02, 03: appeals and intents
    [InlineData("appealed", "", "to", "020")]
    [InlineData("accepted", "invitation", "from", "036")]
    [InlineData("offered", "aid", "to", "033")]
    [InlineData("offered", "talks", "to", "036")]
    // 04: meetings
    [InlineData("meet", "", "", "040")]
    [InlineData("phoned", "", "", "041")]
    [InlineData("visited", "", "", "042")]
    [InlineData("hold", "talks", "with", "046")]
    [InlineData("opened", "negotiations", "with", "046")]
    // 05: diplomatic cooperation
    [InlineData("praised", "", "", "051")]
    [InlineData("supported", "", "", "051")]
    [InlineData("defended", "", "", "052")]
    [InlineData("recognised", "", "", "054")]
    [InlineData("apologised", "", "to", "055")]
    [InlineData("signed", "treaty", "with", "057")]
    [InlineData("restored", "relations", "with", "050")]
    // 06, 07: material cooperation and aid
    [InlineData("traded", "", "with", "061")]
    [InlineData("shared", "intelligence", "with", "064")]
    [InlineData("give", "aid", "to", "070")]
    [InlineData("sell", "weapons", "to", "072")]
    [InlineData("granted", "asylum", "to", "075")]
    // 08: yielding
    [InlineData("lifted", "sanctions", "on", "085")]
    [InlineData("opened", "border", "with", "080")]
    [InlineData("eased", "blockade", "of", "0872")]
    [InlineData("surrendered", "", "to", "0874")]
    [InlineData("withdraw", "troops", "from", "0874")]
    [InlineData("declared", "ceasefire", "with", "0871")]
    // 09, 11: investigation and disapproval
    [InlineData("investigated", "", "", "090")]
    [InlineData("condemned", "", "", "111")]
    [InlineData("accused", "", "", "112")]
    [InlineData("complained", "", "to", "114")]
    [InlineData("sued", "", "", "115")]
    [InlineData("convicted", "", "", "116")]
    // 12, 13: rejection and threats
    [InlineData("rejected", "plan", "of", "127")]
    [InlineData("defied", "", "", "128")]
    [InlineData("vetoed", "resolution", "of", "129")]
    [InlineData("warned", "", "", "130")]
    [InlineData("give", "ultimatum", "to", "139")]
    // 14, 15: protest and posture
    [InlineData("protested", "", "against", "141")]
    [InlineData("deployed", "troops", "against", "154")]
    // 16: reducing relations
    [InlineData("imposed", "sanctions", "on", "163")]
    [InlineData("recalled", "ambassador", "from", "161")]
    [InlineData("severed", "relations", "with", "161")]
    [InlineData("halted", "aid", "to", "162")]
    [InlineData("closed", "border", "with", "160")]
    [InlineData("suspended", "talks", "with", "164")]
    // 17: coercion
    [InlineData("arrested", "", "", "173")]
    [InlineData("deported", "", "", "174")]
    [InlineData("hacked", "", "", "170")]
    // 18 to 20: violence
    [InlineData("kidnapped", "", "", "181")]
    [InlineData("tortured", "", "", "1822")]
    [InlineData("assassinated", "", "", "186")]
    [InlineData("attacked", "", "", "190")]
    [InlineData("blockaded", "", "", "191")]
    [InlineData("annexed", "", "", "192")]
    [InlineData("shelled", "", "", "194")]
    [InlineData("bombed", "", "", "195")]
    [InlineData("massacred", "", "", "202")]
    public void TellsTheActAndBothParties(string verb, string thing, string preposition, string code) =>
        Assert.Contains($"ARL {code} BRV", FrameWorld.Code(Clause(verb, thing, preposition)).Events.Select(e => $"{e.Source?.Actor.Country} {e.Type.Cameo} {e.Target?.Actor.Country}"));

    [Theory]
    [InlineData("resigned", "0831")]
    [InlineData("disarmed", "0873")]
    [InlineData("rioted", "145")]
    public void TellsWhatIsDoneToNobody(string verb, string code) =>
        Assert.Contains($"ARL {code} -", FrameWorld.Code($"Arlandian/JJ/2/amod soldiers/NNS/3/nsubj {verb}/VBD/0/root ././3/punct").Events.Select(e => $"{e.Source?.Actor.Country} {e.Type.Cameo} {e.Target?.Actor.Country ?? "-"}"));

    // "Arland met Borovia", "Arland appealed to Borovia", "Arland imposed sanctions on Borovia".
    private static string Clause(string verb, string thing, string preposition)
    {
        var words = new List<string> { "Arland/NNP/2/nsubj", $"{verb}/{(verb.EndsWith("ed", StringComparison.Ordinal) ? "VBD" : "VBP")}/0/root" };
        if (thing.Length > 0) words.Add($"{thing}/{(thing.EndsWith('s') ? "NNS" : "NN")}/2/obj");
        var head = thing.Length > 0 ? 3 : 2;
        if (preposition.Length > 0) words.Add($"{preposition}/IN/{words.Count + 2}/case");
        words.Add(preposition.Length == 0 ? "Borovia/NNP/2/obj" : $"Borovia/NNP/{head}/{(thing.Length > 0 ? "nmod" : "obl")}");
        words.Add("././2/punct");
        return string.Join(' ', words);
    }
}
