using System.Globalization;
using Demarche.Judging;

return args switch
{
    ["draw-mentions", var news, var seed] => MentionDraw.Run(news, seed),
    ["mentions", var list, var news] => MentionList.Run(list, news),
    ["draw-events", var events, var news, var seed, var perYear, .. var seen] => EventDraw.Run(events, news, seed, int.Parse(perYear, CultureInfo.InvariantCulture), seen),
    ["events", var list] => EventList.Run(list),
    ["acts", var list, var events, var news] => ActList.Run(list, events, news),
    ["load"] => KnowledgeLoad.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: Demarche.Judging draw-mentions NEWS.jsonl SEED        phrases that may name an actor, to be judged by a person
               Demarche.Judging mentions LIST.tsv NEWS.jsonl         score the program on the judged ones; misses go to standard error
               Demarche.Judging draw-events EVENTS.jsonl NEWS.jsonl SEED PER_YEAR [LIST.tsv...]   coded events, to be judged by a person; none of a report that the lists name
               Demarche.Judging events LIST.tsv                      how often what was judged is right
               Demarche.Judging acts ACTS.tsv EVENTS.jsonl NEWS.jsonl   score coded events on fully annotated reports; wrong ones go to standard error
               Demarche.Judging load                                 time the loading of the knowledge in a new process
        """);
    return 2;
}
