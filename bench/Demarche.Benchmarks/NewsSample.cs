using System.Text.Json;

namespace Demarche.Benchmarks;

/// <summary>Reports to measure on: every n-th of the shared news file, which must lie beside the repository.</summary>
public static class NewsSample
{
    /// <exception cref="FileNotFoundException">The shared data folder is not there.</exception>
    public static string[] Texts(int count)
    {
        var lines = File.ReadAllLines(Path());
        var step = Math.Max(1, lines.Length / count);
        return [.. lines.Where((_, i) => i % step == 0).Take(count).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!)];
    }

    private static string Path()
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            var file = System.IO.Path.Combine(d.FullName, "shared", "data", "news", "world-events.jsonl");
            if (File.Exists(file)) return file;
        }
        throw new FileNotFoundException("the benchmarks read shared/data/news/world-events.jsonl from beside the repository; it is not there");
    }
}
