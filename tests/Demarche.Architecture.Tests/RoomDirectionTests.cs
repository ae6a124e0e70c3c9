using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Demarche.Architecture.Tests;

/// <summary>Data runs one way through the rooms: an earlier room never knows of a later one.</summary>
public sealed class RoomDirectionTests
{
    private static readonly string[] Rooms =
        ["Demarche.Language", "Demarche.Knowledge", "Demarche.Coding", "Demarche.Intake", "Demarche.Ledger", "Demarche.Formats", "Demarche.Web", "demarche"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Demarche.Language"] = [],
        ["Demarche.Intake"] = ["Demarche.Language"],
        ["Demarche.Knowledge"] = ["Demarche.Language"],
        ["Demarche.Coding"] = ["Demarche.Language", "Demarche.Knowledge"],
        ["Demarche.Ledger"] = ["Demarche.Language", "Demarche.Knowledge", "Demarche.Coding"],
        ["Demarche.Formats"] = ["Demarche.Language", "Demarche.Knowledge", "Demarche.Coding", "Demarche.Ledger"],
        ["Demarche.Web"] = ["Demarche.Language", "Demarche.Knowledge", "Demarche.Coding", "Demarche.Intake", "Demarche.Ledger", "Demarche.Formats"],
    };

    private static readonly Dictionary<string, System.Reflection.Assembly> Assemblies =
        Rooms.ToDictionary(r => r, System.Reflection.Assembly.Load);

    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies([.. Assemblies.Values]).Build();

    public static TheoryData<string, string> ForbiddenPairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (room, allowed) in MayUse)
            foreach (var other in Rooms)
                if (other != room && !allowed.Contains(other)) pairs.Add(room, other);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(ForbiddenPairs))]
    public void A_room_knows_only_the_rooms_before_it(string room, string later)
    {
        var rule = Types().That().ResideInAssembly(Assemblies[room])
            .Should().NotDependOnAny(Types().That().ResideInAssembly(Assemblies[later]))
            .WithoutRequiringPositiveResults();
        var broken = rule.Evaluate(House).Where(r => !r.Passed).Select(r => r.Description).ToList();
        Assert.Empty(broken);
    }

    [Fact]
    public void No_public_type_is_called_a_helper_a_manager_or_utilities()
    {
        var bad = Assemblies.Values.SelectMany(a => a.GetTypes()).Where(t => t.Namespace?.StartsWith("Demarche", StringComparison.Ordinal) == true)
            .Where(t => t.Name.EndsWith("Helper", StringComparison.Ordinal) || t.Name.EndsWith("Manager", StringComparison.Ordinal)
                || t.Name.EndsWith("Utils", StringComparison.Ordinal) || t.Name.EndsWith("Utilities", StringComparison.Ordinal))
            .Select(t => t.FullName);
        Assert.Empty(bad);
    }
}
