using System.Runtime.CompilerServices;
using Xunit;

namespace Demarche.Cli.Tests;

/// <summary>Compares rendered output with a committed file. UPDATE_SNAPSHOTS=1 writes the files anew: look at the difference before committing.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots", name + ".txt");
        var lines = string.Join('\n', actual.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1") File.WriteAllText(path, lines);
        Assert.True(File.Exists(path), $"there is no snapshot {path}: run once with UPDATE_SNAPSHOTS=1");
        Assert.Equal(File.ReadAllText(path), lines);
    }
}
