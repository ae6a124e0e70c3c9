using Demarche.Training;
using Demarche.Training.Mentions;
using Demarche.Training.Scoring;
using Demarche.Training.Segmentation;
using Demarche.Training.Syntax;

// Each subcommand trains one model from the data folder and writes it, with its scores, into the models folder.
return args switch
{
    ["language", ..] => LanguageCommand.Run(args.AsSpan(1)),
    ["segmenter", var treebanks, var news, var models] => SegmenterCommand.Run(treebanks, news, models),
    ["segmenter-score", .. var files] => SegmenterCommand.Score(files),
    ["syntax", var treebanks, var news, var models] => SyntaxCommand.Run(treebanks, news, models, new TrainingPlan(), holdOut: false),
    ["syntax-tune", var treebanks, var news, var models, var epochs] =>
        SyntaxCommand.Run(treebanks, news, models, new TrainingPlan { Epochs = int.Parse(epochs) }, holdOut: true),
    ["syntax-score", var model, .. var files] => SyntaxCommand.Score(model, files),
    ["mentions-score", var events] => MentionScore.Run(events, null, null),
    ["mentions-score", var events, var models, var knowledge] => MentionScore.Run(events, models, knowledge),
    ["mentions-titles", var news, var every] => TitleScore.Run(news, int.Parse(every)),
    ["mentions", var models, var knowledge, var text] => MentionScore.Show(models, knowledge, text),
    ["classes", var events, var news, var acts, var models] => ClassCommand.Run(events, news, acts, models, withDev: true),
    ["classes", var events, var news, var acts, var models, var known] => ClassCommand.Run(events, news, acts, models, withDev: true, known),
    ["classes-dev", var events, var news, var acts, var models] => ClassCommand.Run(events, news, acts, models, withDev: false),
    ["classes-dev", var events, var news, var acts, var models, var known] => ClassCommand.Run(events, news, acts, models, withDev: false, known),
    ["classes-folds", var events, var news, var acts, var models, var known] => ClassCommand.Run(events, news, acts, models, withDev: false, known, folds: true),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: Demarche.Training language --treebanks DIR --news FILE.jsonl --out MODELS   train the whole language core
               Demarche.Training segmenter TREEBANKS NEWS.jsonl MODELS     train the sentence splitter
               Demarche.Training syntax TREEBANKS NEWS.jsonl MODELS        train tagger, lemmatizer and parser
               Demarche.Training syntax-tune TREEBANKS NEWS.jsonl MODELS EPOCHS   the same with a twentieth held out and scored
               Demarche.Training syntax-score MODEL.bin FILE.conllu ...     score a model on gold words
               Demarche.Training mentions-titles NEWS.jsonl EVERY           score nationality, title and name in dated reports
               Demarche.Training mentions-score EVENTS [MODELS KNOWLEDGE]  score who is found in the words of gold actors
               Demarche.Training classes EVENTS NEWS.jsonl ACTS.tsv MODELS [KNOWN]      train the learned scorer; classes-dev without joint_dev
               Demarche.Training classes-folds EVENTS NEWS.jsonl ACTS.tsv MODELS KNOWN  classes-dev, and five more that have not seen a fifth of each set
               Demarche.Training segmenter-score FILE.conllu ...           score it; errors go to standard error
        """);
    return 2;
}
