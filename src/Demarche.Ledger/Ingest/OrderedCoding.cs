using System.Threading.Channels;
using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Ledger.Ingest;

/// <summary>Codes documents on several threads and gives the results back in the order in which they came.</summary>
internal static class OrderedCoding
{
    /// <summary>Documents read ahead of the one that is written.</summary>
    private const int Ahead = 512;

    /// <summary>An error of the source or of the coder comes out at its document's place.</summary>
    public static async IAsyncEnumerable<(T Tag, CodedDocument Coded)> Run<T>(
        IEnumerable<(T Tag, Document Document)> source, IDocumentCoder coder, int threads,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var work = Channel.CreateUnbounded<(Document Document, TaskCompletionSource<CodedDocument> Result)>();
        var ordered = Channel.CreateBounded<(T Tag, Task<CodedDocument> Result)>(Ahead);
        var reading = Task.Run(() => Read(source, work.Writer, ordered.Writer, stop.Token), CancellationToken.None);
        var coding = Enumerable.Range(0, Math.Max(1, threads))
            .Select(_ => Task.Factory.StartNew(() => Code(work.Reader, coder, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        try
        {
            await foreach (var (tag, result) in ordered.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                // What was read just before a stop may never be coded.
                yield return (tag, await result.WaitAsync(stop.Token).ConfigureAwait(false));
            }
            await reading.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(coding).ConfigureAwait(false);
        }
    }

    private static async Task Read<T>(
        IEnumerable<(T Tag, Document Document)> source, ChannelWriter<(Document, TaskCompletionSource<CodedDocument>)> work,
        ChannelWriter<(T, Task<CodedDocument>)> ordered, CancellationToken stop)
    {
        try
        {
            foreach (var (tag, document) in source)
            {
                var result = new TaskCompletionSource<CodedDocument>(TaskCreationOptions.RunContinuationsAsynchronously);
                await ordered.WriteAsync((tag, result.Task), stop).ConfigureAwait(false);
                work.TryWrite((document, result));
            }
            ordered.Complete();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            ordered.Complete();
        }
        catch (Exception e) when (Forward(ordered, e))
        {
            throw;
        }
        finally
        {
            work.Complete();
        }
    }

    // The writer of the channel's reader rethrows it; the filter itself catches nothing.
    private static bool Forward<T>(ChannelWriter<T> ordered, Exception e)
    {
        ordered.TryComplete(e);
        return false;
    }

    private static void Code(ChannelReader<(Document Document, TaskCompletionSource<CodedDocument> Result)> work, IDocumentCoder coder, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (!work.TryRead(out var item))
            {
                if (!work.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult()) return;
                continue;
            }
            try
            {
                item.Result.SetResult(coder.Code(item.Document));
            }
            catch (Exception e)
            {
                // Any fault of the coder belongs to its document, and is thrown where that is taken out.
                item.Result.SetException(new DocumentCodingException(item.Document.Id, e));
            }
        }
    }
}
