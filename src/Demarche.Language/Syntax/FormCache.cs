namespace Demarche.Language.Syntax;

/// <summary>
/// What the first layer makes of a word form does not depend on its sentence, so it is kept for the forms met lately: one slot for
/// every hash value, the newest form wins. Sums run in the same order either way, so a hit changes nothing. One a thread.
/// </summary>
internal sealed unsafe class FormCache
{
    // 4096 forms of 4 kB cover nine words in ten of the news, at 16 MB a thread.
    private const int Slots = 4096;

    private readonly SyntaxModel _model;
    private readonly int _width;
    private readonly ulong[] _keys = new ulong[Slots];
    private readonly NativeBuffer _values = new();
    private readonly List<(int Row, ulong Key)> _missed = [];

    public FormCache(SyntaxModel model)
    {
        _model = model;
        _width = 2 * model.Shape.Gates;
        _values.Reserve((long)Slots * _width);
    }

    /// <summary>Fills the rows of <see cref="NetWorkspace.Gates1"/> for the words of the pieces, one after the other.</summary>
    public void Fill(ReadOnlySpan<Piece> pieces, NetWorkspace w)
    {
        _missed.Clear();
        var row = 0;
        foreach (ref readonly var piece in pieces)
        {
            foreach (ref readonly var t in piece.Tokens)
            {
                var form = t.Span.In(piece.Text);
                var key = WordFeatures.ExactHash(form);
                var slot = Slot(key);
                if (_keys[slot] == key)
                {
                    Row(_values.Data, slot).CopyTo(Row(w.Gates1, row));
                }
                else
                {
                    _model.Fill(form, w.Input + (long)_missed.Count * _model.Shape.InputSize);
                    _missed.Add((row, key));
                }
                row++;
            }
        }
        _model.Net.InputGates(w.Input, w.Missed, _missed.Count);
        for (var m = 0; m < _missed.Count; m++)
        {
            var (at, key) = _missed[m];
            var made = Row(w.Missed, m);
            made.CopyTo(Row(w.Gates1, at));
            made.CopyTo(Row(_values.Data, Slot(key)));
            _keys[Slot(key)] = key;
        }
    }

    private static int Slot(ulong key) => (int)(key >> 40) & (Slots - 1);

    private Span<float> Row(float* rows, int row) => new(rows + (long)row * _width, _width);
}
