using Demarche.Training.Segmentation;
using Demarche.Training.Syntax;

namespace Demarche.Training;

/// <summary><c>language --treebanks DIR --news FILE --out DIR</c>: the whole language core, splitter and syntax, in one run.</summary>
internal static class LanguageCommand
{
    public static int Run(ReadOnlySpan<string> options)
    {
        string? treebanks = null, news = null, models = null;
        for (var i = 0; i + 1 < options.Length; i += 2)
        {
            switch (options[i])
            {
                case "--treebanks": treebanks = options[i + 1]; break;
                case "--news": news = options[i + 1]; break;
                case "--out": models = options[i + 1]; break;
                default: return Refuse($"unknown option {options[i]}");
            }
        }
        if (options.Length % 2 != 0 || treebanks is null || news is null || models is null)
            return Refuse("language needs --treebanks DIR --news FILE.jsonl --out DIR");
        if (!Directory.Exists(treebanks)) return Refuse($"the folder {treebanks} is not there: name the one with en_ewt-train.conllu");
        if (!File.Exists(news)) return Refuse($"the file {news} is not there: name the reports, one JSON object a line");
        var segmenter = SegmenterCommand.Run(treebanks, news, models);
        return segmenter != 0 ? segmenter : SyntaxCommand.Run(treebanks, news, models, new TrainingPlan(), holdOut: false);
    }

    private static int Refuse(string what)
    {
        Console.Error.WriteLine(what);
        return 2;
    }
}
