using Demarche.Training.Segmentation;

// Each subcommand trains one model from the data folder and writes it, with its scores, into the models folder.
return args switch
{
    ["segmenter", var treebanks, var news, var models] => SegmenterCommand.Run(treebanks, news, models),
    ["segmenter-score", .. var files] => SegmenterCommand.Score(files),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: Demarche.Training segmenter TREEBANKS NEWS.jsonl MODELS     train the sentence splitter
               Demarche.Training segmenter-score FILE.conllu ...           score it; errors go to standard error
        """);
    return 2;
}
