using System.Numerics.Tensors;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <content>Pretraining of the embeddings and the first layer on running text.</content>
internal sealed unsafe partial class SyntaxTrainer
{
    private const int PretrainingGroup = 16;
    private const int LongestPretraining = 80;
    private const float PretrainingRate = 2e-3f;

    /// <param name="after">Called after every tenth of an epoch with the share done and the mean loss a word.</param>
    public void Pretrain(PlainText plain, int epochs, Action<double, double> after)
    {
        var rows = plain.Forms.Select(_inputs.RowsOf).ToArray();
        var counts = new long[_inputs.Words.Rows];
        foreach (var s in plain.Sentences)
            foreach (var id in s) counts[rows[id].Word]++;
        var noise = new GapNoise(counts);
        var random = new Random(_plan.Seed);
        var targets = new EmbeddingTable(_inputs.Words.Rows, _shape.WordSize);
        targets.Initialize(random, 0.05f);
        int headSize = _shape.Both * targets.Size, firstLayer = _shape.In2;
        var head = new EmbeddingTable(1, headSize);
        head.Initialize(random, MathF.Sqrt(3f / _shape.Both));
        using var headNow = new NativeBuffer(headSize);
        using var headTransposed = new NativeBuffer(headSize);
        var workers = Enumerable.Range(0, _plan.Workers)
            .Select(_ => new GapWorker(_shape, Net, _transposed.Data, _packedTransposed.Data, _inputs, targets, noise)).ToArray();
        // Lone words and lists teach nothing here.
        var order = Enumerable.Range(0, plain.Sentences.Count).Where(i => plain.Sentences[i].Length is > 3 and <= LongestPretraining).ToArray();
        var perStep = PretrainingGroup * workers.Length;
        var perEpoch = order.Length / perStep;
        var total = epochs * perEpoch;
        var losses = new double[workers.Length];
        double loss = 0;
        long words = 0;
        for (var step = 0; step < total; step++)
        {
            if (step % perEpoch == 0) random.Shuffle(order);
            var from = step % perEpoch * perStep;
            var batch = order.AsSpan(from, perStep).ToArray().Select(i => plain.Sentences[i].Select(id => rows[id]).ToArray()).ToArray();
            RefreshCopies();
            head.Row(0).CopyTo(headNow.AsSpan(headSize));
            for (var i = 0; i < _shape.Both; i++)
                for (var j = 0; j < targets.Size; j++) headTransposed.Data[j * _shape.Both + i] = headNow.Data[i * targets.Size + j];
            var number = step;
            Parallel.For(0, workers.Length, k =>
                losses[k] = workers[k].Step(batch.AsSpan(k * PretrainingGroup, PretrainingGroup), headNow.Data, headTransposed.Data, new Random(HashCode(number, k))));
            var stepWords = batch.Sum(s => s.Length);
            UpdatePretraining(workers, head, firstLayer, stepWords, step, total, targets);
            loss += losses.Sum();
            words += stepWords;
            if ((step + 1) % (perEpoch / 10 + 1) != 0 && step + 1 != total) continue;
            after((step + 1.0) / perEpoch, loss / words);
            loss = words = 0;
        }
        _first.Clear(_shape.Total);
        _second.Clear(_shape.Total);
        _inputs.Words.ForgetMoments();
        _inputs.Affixes.ForgetMoments();
    }

    private void UpdatePretraining(GapWorker[] workers, EmbeddingTable head, int firstLayer, int words, int step, int total, EmbeddingTable targets)
    {
        var gradient = workers[0].Gradient.AsSpan(firstLayer);
        var headGradient = workers[0].HeadGradient.AsSpan(head.Size);
        foreach (var other in workers.Skip(1))
        {
            TensorPrimitives.Add(gradient, other.Gradient.AsSpan(firstLayer), gradient);
            TensorPrimitives.Add(headGradient, other.HeadGradient.AsSpan(head.Size), headGradient);
            other.Gradient.Clear(firstLayer);
            other.HeadGradient.Clear(head.Size);
        }
        var scale = 10f / words;
        var norm = TensorPrimitives.Norm<float>(gradient) * scale;
        if (norm > _plan.Clip) scale *= _plan.Clip / norm;
        var rate = PretrainingRate * (0.02f + 0.98f * 0.5f * (1 + MathF.Cos(MathF.PI * step / total))) * Math.Min(1, (step + 1) / 200f);
        var corrected = rate * MathF.Sqrt(1 - MathF.Pow(_plan.Beta2, step + 1)) / (1 - MathF.Pow(_plan.Beta1, step + 1));
        Parallel.Invoke(
            () => Adam(_weights.Data, workers[0].Gradient.AsSpan(firstLayer), corrected, scale),
            () => head.Update(0, workers[0].HeadGradient.AsSpan(head.Size), corrected, _plan.Beta1, _plan.Beta2, scale),
            () => UpdateRows([.. workers.Select(w => w.WordGradients)], _inputs.Words, corrected, scale),
            () => UpdateRows([.. workers.Select(w => w.AffixGradients)], _inputs.Affixes, corrected, scale),
            () => UpdateRows([.. workers.Select(w => w.TargetGradients)], targets, corrected, scale));
        gradient.Clear();
        headGradient.Clear();
    }
}
