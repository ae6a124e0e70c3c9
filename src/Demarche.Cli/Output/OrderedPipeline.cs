using System.Buffers;
using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Demarche.Cli.Output;

/// <summary>
/// Does work on many threads and writes the results in the order of the input, so that the bytes are the same whatever the
/// number of threads. Memory is bounded: only so many batches are under way, and their buffers are used again.
/// </summary>
/// <param name="threads">Threads that work; with one, all happens on the caller's.</param>
/// <param name="work">Writes the result of one item into the buffer. Called by many threads at once.</param>
internal sealed class OrderedPipeline<T>(int threads, Func<OrderedPipeline<T>.Worker> work)
{
    private const int BatchSize = 32;

    /// <summary>The state of one working thread.</summary>
    public abstract class Worker
    {
        /// <summary>Appends the result of one item to the buffer.</summary>
        public abstract void Write(T item, ArrayBufferWriter<byte> output);
    }

    private sealed class Batch
    {
        public readonly List<T> Items = new(BatchSize);
        public readonly ArrayBufferWriter<byte> Output = new(64 << 10);
        public readonly SemaphoreSlim Done = new(0, 1);
        public Exception? Failure;
    }

    private readonly ConcurrentBag<Batch> _free = [];

    /// <param name="written">Told the number of items after each batch that has been written.</param>
    public void Run(IEnumerable<T> items, Stream output, Action<int>? written, CancellationToken cancel)
    {
        if (threads == 1) RunAlone(items, output, written, cancel);
        else RunTogether(items, output, written, cancel);
        output.Flush();
    }

    private void RunAlone(IEnumerable<T> items, Stream output, Action<int>? written, CancellationToken cancel)
    {
        var worker = work();
        var buffer = new ArrayBufferWriter<byte>(256 << 10);
        var count = 0;
        foreach (var item in items)
        {
            cancel.ThrowIfCancellationRequested();
            worker.Write(item, buffer);
            if (++count < BatchSize && buffer.WrittenCount < 128 << 10) continue;
            Flush();
        }
        Flush();

        void Flush()
        {
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
            written?.Invoke(count);
            count = 0;
        }
    }

    private void RunTogether(IEnumerable<T> items, Stream output, Action<int>? written, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var bounded = new BoundedChannelOptions(threads * 4) { SingleWriter = true };
        var todo = Channel.CreateBounded<Batch>(bounded);
        var order = Channel.CreateBounded<Batch>(bounded);
        var workers = Enumerable.Range(0, threads)
            .Select(_ => Task.Factory.StartNew(() => Work(todo.Reader, stop.Token), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        var reader = Task.Factory.StartNew(
            () => Feed(items, todo.Writer, order.Writer, stop.Token), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (order.Reader.WaitToReadAsync(cancel).AsTask().GetAwaiter().GetResult())
            {
                while (order.Reader.TryRead(out var batch)) WriteOut(batch, output, written, cancel);
            }
            reader.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            WaitQuietly([.. workers, reader]);
        }
    }

    private void WriteOut(Batch batch, Stream output, Action<int>? written, CancellationToken cancel)
    {
        batch.Done.Wait(cancel);
        output.Write(batch.Output.WrittenSpan);
        if (batch.Failure is { } failure) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        written?.Invoke(batch.Items.Count);
        batch.Items.Clear();
        batch.Output.ResetWrittenCount();
        _free.Add(batch);
    }

    private void Feed(IEnumerable<T> items, ChannelWriter<Batch> todo, ChannelWriter<Batch> order, CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            var batch = Rent();
            foreach (var item in items)
            {
                batch.Items.Add(item);
                if (batch.Items.Count < BatchSize) continue;
                Put(batch);
                batch = Rent();
            }
            if (batch.Items.Count > 0) Put(batch);
        }
        catch (Exception e)
        {
            // Handed on through the channel: the writer throws it, after what was read before it has been written.
            failure = e;
        }
        finally
        {
            todo.Complete();
            order.Complete(failure);
        }

        void Put(Batch batch)
        {
            order.WriteAsync(batch, stop).AsTask().GetAwaiter().GetResult();
            todo.WriteAsync(batch, stop).AsTask().GetAwaiter().GetResult();
        }
    }

    private void Work(ChannelReader<Batch> todo, CancellationToken stop)
    {
        Worker? worker = null;
        while (todo.WaitToReadAsync(stop).AsTask().GetAwaiter().GetResult())
        {
            while (todo.TryRead(out var batch))
            {
                try
                {
                    worker ??= work();
                    foreach (var item in batch.Items)
                    {
                        stop.ThrowIfCancellationRequested();
                        worker.Write(item, batch.Output);
                    }
                }
                catch (Exception e)
                {
                    // Belongs to this batch: thrown again by the writer when its turn comes.
                    batch.Failure = e;
                }
                batch.Done.Release();
            }
        }
    }

    private Batch Rent() => _free.TryTake(out var batch) ? batch : new Batch();

    /// <summary>Waits for the threads to end; what ended them was thrown by the writer already.</summary>
    private static void WaitQuietly(Task[] tasks) =>
        Task.WhenAll(tasks).ContinueWith(static _ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
}
