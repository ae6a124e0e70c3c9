namespace Demarche.Knowledge.Artefact;

/// <summary>Strings by number; each is made when first asked for.</summary>
public sealed class StringPool
{
    private readonly char[] _letters;
    private readonly int[] _starts;
    private readonly string?[] _made;

    private StringPool(char[] letters, int[] starts)
    {
        _letters = letters;
        _starts = starts;
        _made = new string?[starts.Length - 1];
    }

    public string this[int index] => _made[index] ??= new string(_letters, _starts[index], _starts[index + 1] - _starts[index]);

    public static StringPool Read(SectionReader reader) => new(reader.Array<char>(), reader.Array<int>());
}

/// <summary>Gathers strings, each once.</summary>
public sealed class StringPoolBuilder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<char> _letters = [];
    private readonly List<int> _starts = [0];

    public int Add(string value)
    {
        if (_numbers.TryGetValue(value, out var known)) return known;
        _letters.AddRange(value);
        _starts.Add(_letters.Count);
        return _numbers[value] = _starts.Count - 2;
    }

    /// <summary>-1 for null.</summary>
    public int AddOptional(string? value) => value is null ? -1 : Add(value);

    public void Write(SectionWriter output)
    {
        output.Array<char>(_letters.ToArray());
        output.Array<int>(_starts.ToArray());
    }
}
