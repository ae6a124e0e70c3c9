namespace Demarche.Cli.Output;

/// <summary>What has been coded so far, added up over all threads.</summary>
internal sealed class CodeCounts
{
    private long _sentences;
    private long _events;

    public long Sentences => Interlocked.Read(ref _sentences);

    public long Events => Interlocked.Read(ref _events);

    public void Add(int sentences, int events)
    {
        Interlocked.Add(ref _sentences, sentences);
        Interlocked.Add(ref _events, events);
    }
}
