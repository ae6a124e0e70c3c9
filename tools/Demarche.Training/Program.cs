using Demarche.Language.Segmentation;
using Demarche.Training.Segmentation;
if (args is ["segmenter-score", ..])
{
    foreach (var f in args[1..])
    {
        var score = SegmenterScore.Of(RunningText.Read(f), Segmenter.Load(), Environment.GetEnvironmentVariable("SHOW") is null ? null : Console.Error.WriteLine);
        Console.WriteLine($"{Path.GetFileNameWithoutExtension(f)} {score}");
    }
    return 0;
}
Console.Error.WriteLine("nothing to do yet"); return 2;
