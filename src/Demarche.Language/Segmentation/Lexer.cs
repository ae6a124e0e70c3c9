using System.Globalization;
using System.Runtime.CompilerServices;

namespace Demarche.Language.Segmentation;

/// <summary>
/// Cuts a stretch of text into words and punctuation from left to right, after the conventions of the English treebanks.
/// Each character is looked at a bounded number of times, so that time is linear in the length of the text.
/// </summary>
internal ref struct Lexer
{
    /// <summary>No address is looked for beyond this many characters, so that a long run without spaces costs no more.</summary>
    private const int LongestAddress = 2048;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _end;
    private readonly TokenBuffer _tokens;
    private int _chunkStart;
    private int _chunkEnd;
    private int _openSingle;

    /// <param name="text">The whole text; offsets written are offsets into it.</param>
    /// <param name="span">The stretch to cut.</param>
    public Lexer(ReadOnlySpan<char> text, Span span, TokenBuffer tokens)
    {
        _text = text[..span.End];
        _chunkStart = span.Start;
        _chunkEnd = span.Start;
        _end = span.End;
        _tokens = tokens;
    }

    public void Run()
    {
        var i = _chunkStart;
        while (i < _end)
        {
            if (CharClass.IsGap(_text[i]))
            {
                if (_text[i] is '\n') _openSingle = 0;
                i++;
                continue;
            }
            _chunkStart = i;
            _chunkEnd = i + 1;
            while (_chunkEnd < _end && !CharClass.IsSpace(_text[_chunkEnd])) _chunkEnd++;
            while (CharClass.IsGap(_text[_chunkEnd - 1])) _chunkEnd--;
            LexChunk();
            i = _chunkEnd;
            MarkSpaceAfter(i);
        }
    }

    /// <summary>One run without white space.</summary>
    private void LexChunk()
    {
        var i = _chunkStart;
        var opening = true;
        while (i < _chunkEnd)
        {
            var c = _text[i];
            var at = i;
            if (opening)
            {
                var chunk = _text[i..Math.Min(_chunkEnd, i + LongestAddress)];
                var address = char.IsLetterOrDigit(c) ? SpecialForms.AddressLength(chunk) : SpecialForms.EmoticonLength(chunk);
                if (address > 0)
                {
                    i = Emit(i, i + address);
                    opening = false;
                    continue;
                }
            }
            var length = CharClass.WordLength(_text, i);
            if (length > 0)
            {
                i = LexWord(i);
                opening = false;
            }
            else if (CharClass.IsInvisible(c))
            {
                i++;
            }
            else
            {
                i = LexMark(i);
                opening = opening || CharClass.IsTerminal(c) || c is '/' or '<' or '(';
            }
            System.Diagnostics.Debug.Assert(i > at);
        }
    }

    /// <summary>A word, number, abbreviation or anything else that begins with a letter or digit.</summary>
    private int LexWord(int start)
    {
        var j = start;
        var piece = start;
        var hyphenKept = false;
        var dots = 0;
        while (j < _chunkEnd)
        {
            var length = CharClass.WordLength(_text, j);
            if (length > 0)
            {
                j += length;
                continue;
            }
            var c = _text[j];
            var next = j + 1 < _chunkEnd ? CharClass.WordLength(_text, j + 1) : 0;
            if (next == 0)
            {
                // Invisible characters inside a word stay inside it.
                var k = j;
                while (k < _chunkEnd && CharClass.IsInvisible(_text[k])) k++;
                if (k == j || k >= _chunkEnd || CharClass.WordLength(_text, k) == 0) break;
                j = k;
                continue;
            }
            if (c == '-')
            {
                if (!KeepsHyphen(piece, j, hyphenKept)) break;
                hyphenKept = true;
                piece = j + 1;
            }
            else if (c == '.')
            {
                if (!KeepsStop(start, piece, j, dots)) break;
                dots++;
                piece = j + 1;
            }
            else if (!KeepsInner(start, j, c))
            {
                break;
            }
            j++;
        }
        if (j < _chunkEnd && _text[j] == '$' && j - start <= 3 && IsUpper(_text[start..j])) return Emit(start, j + 1);
        return EmitWord(start, OwnStop(start, j));
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsAsciiLetterUpper(c)) return false;
        return true;
    }

    private readonly bool KeepsHyphen(int piece, int hyphen, bool earlierKept)
    {
        // The piece after the hyphen is read here and once more by the caller: twice in all.
        var end = WordEnd(hyphen + 1);
        return piece < hyphen && Hyphenation.Keeps(_text[piece..hyphen], _text[(hyphen + 1)..end], earlierKept);
    }

    private readonly bool KeepsStop(int start, int piece, int stop, int dots)
    {
        if (piece >= stop) return false;
        var before = _text[stop - 1];
        var after = _text[stop + 1];
        if (char.IsDigit(after)) return char.IsDigit(before) || (before < 128 && char.IsAsciiLetterLower(before) && dots > 0);
        if (!char.IsLetter(after)) return false;
        var end = WordEnd(stop + 1);
        var next = _text[(stop + 1)..end];
        var last = end >= _chunkEnd || _text[end] != '.';
        // U.S, p.m, Ph.D
        if (next.Length == 1 && (stop - piece == 1 || (dots == 0 && stop - start == 2 && char.IsUpper(after)))) return true;
        if (SpecialForms.IsEnding(next)) return !char.IsUpper(after) || char.IsUpper(before) || end - stop > 3;
        if (char.IsUpper(after) || char.IsDigit(before)) return false;
        // host names and groups with several stops ("news.example.org"): lower case on both sides, and more to come or seen
        return char.IsLower(before) && (dots > 0 || (!last && end + 1 < _chunkEnd && char.IsLetterOrDigit(_text[end + 1])));
    }

    private readonly bool KeepsInner(int start, int j, char c)
    {
        var before = _text[j - 1];
        var after = _text[j + 1];
        switch (c)
        {
            case ',':
                return char.IsDigit(before) && char.IsDigit(after) && (WordEnd(j + 1) - j == 4 || IsDecimalComma(start, j));
            case ':':
                return char.IsDigit(before) && char.IsDigit(after);
            case '/':
                return KeepsSlash(start, j);
            case '&':
                return char.IsLetter(before) && char.IsLetter(after) && j - start <= 4 && WordEnd(j + 1) - j <= 3;
            case '_':
                return true;
            case '@':
                return char.IsLetter(before) && char.IsLetter(after);
            case '*':
                return char.IsLetter(before) && char.IsLetter(after);
            case '’' or '\'' or 'ʼ' or '`' or '´' or '‘':
                return char.IsLetter(before) || (char.IsDigit(before) && char.IsLetter(after)) || CharClass.WordLength(_text, j - 1) > 0 && !char.IsDigit(before);
            default:
                return false;
        }
    }

    /// <summary>"7,5" as other languages write it; not "1,2,3".</summary>
    private readonly bool IsDecimalComma(int start, int comma)
    {
        var end = WordEnd(comma + 1);
        return end - comma <= 3 && comma - start <= 3 && (end == _chunkEnd || _text[end] != ',' || end + 1 == _chunkEnd) && !_text[start..comma].ContainsAnyExceptInRange('0', '9')
            && !_text[(comma + 1)..end].ContainsAnyExceptInRange('0', '9');
    }

    private static readonly WordSet SlashWords = new("b/c w/o w/out s/he n/a l/c i/o");

    /// <summary>Dates such as 10/6/2021 and 9/11 are one token; alternatives ("and/or", "2020/21") are three.</summary>
    private readonly bool KeepsSlash(int start, int slash)
    {
        var head = _text[start..slash];
        var end = WordEnd(slash + 1);
        var tail = _text[(slash + 1)..end];
        if (SlashWords.Contains(_text[start..end])) return true;
        if (head.Length == 1 && tail.Length == 1 && char.IsAsciiLetterUpper(head[0])) return char.IsAsciiLetterUpper(tail[0]);
        foreach (var c in tail)
            if (!char.IsAsciiDigit(c)) return false;
        if (head.Contains('/')) return head.Length <= 7 && tail.Length is 2 or 4;
        foreach (var c in head)
            if (!char.IsAsciiDigit(c)) return false;
        if (end < _chunkEnd && _text[end] == '/') return true;
        return head.Length <= 2 && tail.Length == 2 && int.Parse(head, CultureInfo.InvariantCulture) is >= 1 and <= 12
            && int.Parse(tail, CultureInfo.InvariantCulture) is >= 1 and <= 31 && head.Length != 2;
    }

    /// <summary>Where the word ends when its own stop is counted in.</summary>
    private readonly int OwnStop(int start, int end)
    {
        if (end >= _chunkEnd || _text[end] != '.') return end;
        // "Inc.." at the end of a sentence is the abbreviation and a full stop; "wait..." is a word and an ellipsis.
        var doubled = end + 1 < _chunkEnd && _text[end + 1] == '.';
        if (doubled && end + 2 < _chunkEnd && _text[end + 2] == '.') return end;
        var word = _text[start..end];
        if (doubled) return Abbreviations.Owns(word, '\0', true) && word.Length > 1 ? end + 1 : end;
        var k = end + 1;
        if (k < _chunkEnd && (char.IsLetterOrDigit(_text[k]) || CharClass.IsOpening(_text[k])))
            return Abbreviations.Owns(word, _text[k], false) ? end + 1 : end;
        while (k < _text.Length && _text[k] is ' ' or '\u00A0') k++;
        var lineEnd = k >= _text.Length || _text[k] is '\n' or '\r';
        return Abbreviations.Owns(word, lineEnd ? '\0' : _text[k], lineEnd) ? end + 1 : end;
    }

    private readonly int WordEnd(int from)
    {
        while (from < _chunkEnd)
        {
            var n = CharClass.WordLength(_text, from);
            if (n == 0) break;
            from += n;
        }
        return from;
    }

    private int EmitWord(int start, int end)
    {
        var word = _text[start..end];
        var unit = Units.Start(word);
        if (unit > 0)
        {
            Emit(start, start + unit);
            return Emit(start + unit, end);
        }
        Span<int> cuts = stackalloc int[4];
        var n = Clitics.Cut(word, cuts);
        if (n == 0) return EndsInPossessive(word, end) ? EmitPossessive(start, end) : Emit(start, end);
        var from = start;
        for (var i = 0; i <= n; i++)
        {
            var to = i < n ? start + cuts[i] : end;
            _tokens.Add(from, to, i == 0 ? TokenFlags.MultiwordStart : TokenFlags.MultiwordInside);
            from = to;
        }
        return end;
    }

    /// <summary>"the workers' rights": an apostrophe after s that closes no quotation.</summary>
    private readonly bool EndsInPossessive(ReadOnlySpan<char> word, int end) =>
        _openSingle == 0 && end < _chunkEnd && _text[end] is '\'' or '’' && word.Length > 2 && word[^1] is 's' or 'S'
        && end + 1 == _chunkEnd && FollowedByLetter(end + 1);

    private readonly bool FollowedByLetter(int at)
    {
        while (at < _text.Length && CharClass.IsSpace(_text[at])) at++;
        return at < _text.Length && char.IsLetter(_text[at]);
    }

    private readonly int EmitPossessive(int start, int end)
    {
        _tokens.Add(start, end, TokenFlags.MultiwordStart);
        _tokens.Add(end, end + 1, TokenFlags.MultiwordInside);
        return end + 1;
    }

    /// <summary>Punctuation and symbols: runs of the same kind are one token.</summary>
    private int LexMark(int start)
    {
        var c = _text[start];
        if (CharClass.IsApostrophe(c)) return LexApostrophe(start);
        if (c is '.' or '!' or '?') return Emit(start, TerminalEnd(start));
        if (c is '-' or '$' or '=' or '*' or '_' or '+' or '~' or '<' or '>' or '|') return Emit(start, SameEnd(start));
        if (c is '[' && _text[start.._chunkEnd].StartsWith("[...]")) return Emit(start, start + 5);
        if (c is '@' or '#' && start + 1 < _chunkEnd && char.IsLetter(_text[start + 1])) return Emit(start, HandleEnd(start + 1));
        if (c < 128) return Emit(start, start + 1);
        return Emit(start, start + SymbolLength(start));
    }

    private int LexApostrophe(int start)
    {
        if (start + 1 < _chunkEnd && _text[start + 1] == _text[start]) return Emit(start, start + 2);
        var end = WordEnd(start + 1);
        var word = _text[(start + 1)..end];
        var closes = start > _chunkStart || end == start + 1;
        if (!closes && word.Length is > 0 and <= 5 && (end == _chunkEnd || !char.IsLetter(_text[end])))
        {
            // A clitic cut off by a space ("it 's"), a decade ('90s), a clipped word ('em).
            if (Detached.Contains(word) && (word.Length <= 2 || _text[start] != '‘')) return Emit(start, end);
        }
        if (word.Length is 2 or 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]) && (word.Length == 2 || word[2] == 's'))
            return Emit(start, end);
        if (_text[start] is '\'' or '‘') _openSingle = closes ? 0 : 1;
        else if (_text[start] is '’') _openSingle = 0;
        return Emit(start, start + 1);
    }

    private static readonly WordSet Detached = new("s re ve ll d m t em til tis twas cause n bout");

    /// <summary>A symbol beyond ASCII with the marks, joiners and modifiers that draw as one with it.</summary>
    private readonly int SymbolLength(int start)
    {
        var rest = _text[start.._chunkEnd];
        if (char.IsSurrogate(rest[0]) || (rest.Length > 1 && (rest[1] == '\uFE0F' || rest[1] == '\u20E3')))
            return Math.Max(1, StringInfo.GetNextTextElementLength(rest));
        return rest[0] is '…' or '—' or '–' or '―' or '’' ? SameEnd(start) - start : 1;
    }

    private readonly int HandleEnd(int from)
    {
        while (from < _chunkEnd && (CharClass.WordLength(_text, from) is var n and > 0 || _text[from] == '_'))
            from += Math.Max(1, CharClass.WordLength(_text, from));
        return from;
    }

    private readonly int SameEnd(int start)
    {
        var end = start + 1;
        while (end < _chunkEnd && _text[end] == _text[start]) end++;
        return end;
    }

    /// <summary>"..." is one token, "!?" and ".?" are; an ellipsis before a mark is a token of its own.</summary>
    private readonly int TerminalEnd(int start)
    {
        var end = start;
        while (end < _chunkEnd && _text[end] == '.') end++;
        if (end - start > 1) return end;
        while (end < _chunkEnd && _text[end] is '!' or '?') end++;
        return end - start == 1 && end < _chunkEnd && _text[start] != '.' && _text[end] == '.' && (end + 1 == _chunkEnd || _text[end + 1] != '.') ? end + 1 : end;
    }

    private readonly int Emit(int start, int end)
    {
        // What shows nothing belongs to no word's edge, whatever rule cut the word.
        var last = end;
        while (start < last && CharClass.IsGap(_text[start])) start++;
        while (last > start && CharClass.IsGap(_text[last - 1])) last--;
        if (last > start) _tokens.Add(start, last, TokenFlags.None);
        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void MarkSpaceAfter(int at)
    {
        if (_tokens.Count == 0) return;
        while (at < _end && CharClass.IsInvisible(_text[at])) at++;
        if (at >= _end || CharClass.IsSpace(_text[at])) _tokens[_tokens.Count - 1].Flags |= TokenFlags.SpaceAfter;
    }
}
