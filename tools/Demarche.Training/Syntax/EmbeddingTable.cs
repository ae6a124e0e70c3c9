using System.Numerics;

namespace Demarche.Training.Syntax;

/// <summary>A trainable table of rows with lazy Adam: only the rows touched by a step are updated.</summary>
internal sealed class EmbeddingTable(int rows, int size)
{
    private readonly float[] _first = new float[(long)rows * size];
    private readonly float[] _second = new float[(long)rows * size];

    public int Size { get; } = size;

    public int Rows { get; } = rows;

    public float[] Values { get; } = new float[(long)rows * size];

    public Span<float> Row(int row) => Values.AsSpan(row * Size, Size);

    public void Initialize(Random random, float scale)
    {
        for (var i = 0; i < Values.Length; i++) Values[i] = (random.NextSingle() * 2 - 1) * scale;
    }

    /// <summary>Starts the optimiser anew, for another task.</summary>
    public void ForgetMoments()
    {
        Array.Clear(_first);
        Array.Clear(_second);
    }

    public void Update(int row, ReadOnlySpan<float> gradient, float rate, float beta1, float beta2, float scale)
    {
        var at = row * Size;
        var lanes = Vector<float>.Count;
        var k = 0;
        for (; k + lanes <= Size; k += lanes)
        {
            var g = new Vector<float>(gradient[k..]) * scale;
            var m = new Vector<float>(_first, at + k) * beta1 + g * (1 - beta1);
            var v = new Vector<float>(_second, at + k) * beta2 + g * g * (1 - beta2);
            m.CopyTo(_first, at + k);
            v.CopyTo(_second, at + k);
            (new Vector<float>(Values, at + k) - m * rate / (Vector.SquareRoot(v) + new Vector<float>(1e-8f))).CopyTo(Values, at + k);
        }
        for (; k < Size; k++)
        {
            var g = gradient[k] * scale;
            ref var m = ref _first[at + k];
            ref var v = ref _second[at + k];
            m = beta1 * m + (1 - beta1) * g;
            v = beta2 * v + (1 - beta2) * g * g;
            Values[at + k] -= rate * m / (MathF.Sqrt(v) + 1e-8f);
        }
    }
}

/// <summary>Gradients of one worker for the rows it touched in a step.</summary>
internal sealed class RowGradients(EmbeddingTable table)
{
    private readonly float[] _values = new float[(long)table.Rows * table.Size];
    private readonly bool[] _touched = new bool[table.Rows];

    public List<int> Rows { get; } = [];

    public Span<float> Row(int row)
    {
        if (!_touched[row])
        {
            _touched[row] = true;
            Rows.Add(row);
        }
        return _values.AsSpan(row * table.Size, table.Size);
    }

    public bool Has(int row) => _touched[row];

    public void Clear()
    {
        foreach (var r in Rows)
        {
            _touched[r] = false;
            _values.AsSpan(r * table.Size, table.Size).Clear();
        }
        Rows.Clear();
    }
}
