using System.Diagnostics;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Judging;

/// <summary>Times the loading of the knowledge in a new process, as every run of the program pays for it, and tells the artefact's size.</summary>
internal static class KnowledgeLoad
{
    public static int Run()
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var knowledge = KnowledgeBase.Load();
        _ = (knowledge.Actors.Lexicon, knowledge.Places.Lexicon, knowledge.Frames);
        var elapsed = clock.Elapsed.TotalMilliseconds;
        process.Refresh();
        var spent = (process.TotalProcessorTime - before).TotalMilliseconds;
        var size = new FileInfo(Path.Combine(AppContext.BaseDirectory, "knowledge.bin")).Length / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed:F1} ms by the clock\t{spent:F1} ms of processor time\t{size:F1} MB"));
        return 0;
    }
}
