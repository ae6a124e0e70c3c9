using Demarche.Judging;

return args switch
{
    ["draw-mentions", var news, var seed] => MentionDraw.Run(news, seed),
    ["mentions", var list, var news] => MentionList.Run(list, news),
    ["load"] => KnowledgeLoad.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: Demarche.Judging draw-mentions NEWS.jsonl SEED        phrases that may name an actor, to be judged by a person
               Demarche.Judging mentions LIST.tsv NEWS.jsonl         score the program on the judged ones; misses go to standard error
               Demarche.Judging load                                 time the loading of the knowledge in a new process
        """);
    return 2;
}
