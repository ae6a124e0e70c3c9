using Demarche.Language.Segmentation;

namespace Demarche.Training.Segmentation;

/// <summary>
/// Trains the classifier of sentence ends: logistic regression by AdaGrad over hashed features, on treebank documents in three
/// layouts. Every tenth document is held out to choose the number of passes and the threshold.
/// </summary>
public sealed class SegmenterTraining(IReadOnlyList<RunningText> documents, int seed)
{
    private const float Rate = 0.15f;
    private const float Decay = 2e-6f;

    /// <summary>Examples are stored one after the other: features, then the answer.</summary>
    private readonly List<int> _examples = [];

    internal BoundaryModel Train(int passes, Action<string> report)
    {
        var random = new Random(seed);
        foreach (var d in documents)
            foreach (var layout in (Layout[])[Layout.Running, Layout.Running, Layout.Wrapped, Layout.Scraped])
                Collect(TrainingText.Of(d, layout, random));
        report($"{_examples.Count / (BoundaryFeatures.Count + 1)} candidates");
        var weights = new float[1 << BoundaryModel.Bits];
        var squares = new float[1 << BoundaryModel.Bits];
        var bias = 0f;
        var order = Enumerable.Range(0, _examples.Count / (BoundaryFeatures.Count + 1)).ToArray();
        var examples = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_examples);
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var n in order)
            {
                var features = examples.Slice(n * (BoundaryFeatures.Count + 1), BoundaryFeatures.Count);
                var answer = examples[n * (BoundaryFeatures.Count + 1) + BoundaryFeatures.Count];
                var sum = bias;
                foreach (var f in features) sum += weights[f];
                var p = 1 / (1 + MathF.Exp(-sum));
                var gradient = answer - p;
                loss -= Math.Log(Math.Max(1e-9, answer == 1 ? p : 1 - p));
                foreach (var f in features)
                {
                    squares[f] += gradient * gradient;
                    weights[f] += Rate * gradient / (MathF.Sqrt(squares[f]) + 0.3f) - Decay * weights[f];
                }
                bias += 0.001f * gradient;
            }
            report($"pass {pass + 1}: loss {loss / order.Length:F4}");
        }
        return BoundaryModel.Quantize(weights, bias);
    }

    /// <summary>
    /// Takes agency-style reports, whose sentences nobody marked: a place with neither punctuation nor a line break is no end there.
    /// It teaches the difference between the web's layout and the news's.
    /// </summary>
    public void AddUnmarkedNews(IEnumerable<string> reports)
    {
        foreach (var text in reports) Collect(new TrainingText(text, []), unmarkedOnly: true);
    }

    private void Collect(TrainingText document, bool unmarkedOnly = false)
    {
        var buffer = new TokenBuffer();
        new Lexer(document.Text, new Language.Span(0, document.Text.Length), buffer).Run();
        var reader = new BoundaryFeatures();
        reader.Prepare(document.Text, buffer.Tokens);
        var start = 0;
        Span<int> features = stackalloc int[BoundaryFeatures.Count];
        for (var k = 0; k + 1 < buffer.Count; k++)
        {
            var end = document.Ends.Contains(buffer[k].End);
            if (reader.IsCandidate(k) && (!unmarkedOnly || reader.IsUnmarked(k)))
            {
                reader.Write(k, start, buffer.Tokens, features);
                foreach (var f in features) _examples.Add(f);
                _examples.Add(end ? 1 : 0);
            }
            if (end || (unmarkedOnly && !reader.IsUnmarked(k) && reader.IsCandidate(k))) start = k + 1;
        }
    }
}
