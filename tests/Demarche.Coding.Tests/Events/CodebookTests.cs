using Demarche.Knowledge;
using Demarche.Knowledge.Frames;
using Xunit;

namespace Demarche.Coding.Tests.Events;

/// <summary>Every code of the codebook comes out of a frame, or out of an operator over one.</summary>
public sealed class CodebookTests
{
    // The codes of a root as a whole ("not specified below"): some more exact code of the root always holds where words tell of the act at all.
    private static readonly string[] Residual = ["010", "084", "110", "131", "140", "166", "200"];

    [Fact]
    public void EveryCodeOfTheCodebookCanBeGiven()
    {
        var frames = KnowledgeBase.Load().Frames;
        var given = Given(frames);
        var missing = frames.Cameo.All.Select(c => c.Code).Where(c => c.Length > 2 && !given.Contains(c)).Order(StringComparer.Ordinal);
        Assert.Equal(string.Join(" ", Residual), string.Join(" ", missing));
    }

    // What acts give by themselves, and operators over that, to any depth.
    private static HashSet<string> Given(FrameTable frames)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var f in frames.Frames)
        {
            if (f.Code is { } code) given.Add(code);
            given.UnionWith(f.Refinements.Select(r => r.Code));
        }
        var maps = frames.Frames.Select(f => f.Map).OfType<string>().Distinct().ToList();
        for (var before = -1; before < given.Count;)
        {
            before = given.Count;
            foreach (var inner in given.ToList())
                foreach (var map in maps)
                    if (frames.Map(map, inner) is { } outer) given.Add(outer);
        }
        return given;
    }
}
