using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Demarche.Intake.Html;

/// <summary>One paragraph, heading or list item of an article.</summary>
/// <param name="Element">The block element it was read from.</param>
/// <param name="Text">White space folded.</param>
/// <param name="Linked">Characters of it inside links.</param>
internal sealed record Block(IElement Element, string Text, int Linked)
{
    public bool IsHeading => Element.LocalName is ['h', >= '1' and <= '6'];
}

/// <summary>An element's text as blocks in reading order.</summary>
internal static class BlockText
{
    private static readonly FrozenSet<string> BlockTags = new[]
    {
        "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unread = new[]
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "button", "head", "video", "audio", "canvas",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static List<Block> Of(IElement root)
    {
        var blocks = new List<Block>();
        var state = new State(blocks);
        Walk(root, root, false, state);
        state.Close(root);
        return blocks;
    }

    private static void Walk(INode node, IElement block, bool linked, State state)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            switch (child)
            {
                case IText text:
                    state.Add(text.Data, linked);
                    break;
                case IElement { LocalName: "br" } br:
                    // Two line breaks part paragraphs; one is a space.
                    if (NextIsBreak(br)) state.Close(block);
                    else state.Add(" ", false);
                    break;
                case IElement e when Unread.Contains(e.LocalName):
                    break;
                case IElement { LocalName: "td" or "th" } cell when cell.ParentElement?.ParentElement is { } rows && !HoldsBlocks(rows):
                    // A row of a data table reads as one line.
                    state.Add(" ", false);
                    Walk(cell, block, linked, state);
                    state.Add(" ", false);
                    break;
                case IElement e when BlockTags.Contains(e.LocalName):
                    state.Close(block);
                    Walk(e, e, linked, state);
                    state.Close(e);
                    break;
                case IElement e:
                    Walk(e, block, linked || e.LocalName == "a", state);
                    break;
            }
        }
    }

    /// <summary>A table with paragraphs or tables inside lays a page out; others hold data.</summary>
    private static bool HoldsBlocks(IElement rows) => rows.QuerySelector("p, div, table, ul, h1, h2, h3") is not null;

    private static bool NextIsBreak(IElement br)
    {
        var next = br.NextSibling;
        while (next is IText t && string.IsNullOrWhiteSpace(t.Data)) next = next.NextSibling;
        return next is IElement { LocalName: "br" };
    }

    private sealed class State(List<Block> blocks)
    {
        private readonly StringBuilder _text = new();
        private int _linked;

        public void Add(string data, bool linked)
        {
            foreach (var c in data)
            {
                if (char.IsWhiteSpace(c) || c == '\u00ad' || c == '\u200b')
                {
                    if (c is not ('\u00ad' or '\u200b') && _text.Length > 0 && _text[^1] != ' ') _text.Append(' ');
                    continue;
                }

                _text.Append(c);
                if (linked) _linked++;
            }
        }

        public void Close(IElement element)
        {
            if (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
            if (_text.Length > 0) blocks.Add(new(element, _text.ToString(), _linked));
            _text.Clear();
            _linked = 0;
        }
    }
}
