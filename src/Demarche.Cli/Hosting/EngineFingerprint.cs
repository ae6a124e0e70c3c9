using System.Security.Cryptography;

namespace Demarche.Cli.Hosting;

/// <summary>Hashes of the model and knowledge files that a run codes with, so that a ledger can say what read it.</summary>
internal static class EngineFingerprint
{
    public static (string Model, string Knowledge) Of(string? overlay)
    {
        var folder = AppContext.BaseDirectory;
        var models = Files(folder, "*.model").Concat(Files(Path.Combine(folder, "models"), "*")).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).Distinct();
        var knowledge = Files(folder, "*.knowledge").Concat(Files(Path.Combine(folder, "knowledge"), "*")).Concat(overlay is null ? [] : Files(overlay, "*"));
        return (HashOf(models), HashOf(knowledge.Distinct()));
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories) : [];

    private static string HashOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var any = false;
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            any = true;
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }
        return any ? "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8)) : "none";
    }
}
