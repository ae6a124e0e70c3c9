using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Demarche.Web.Components.Parts;

/// <summary>Words around a match; the ledger sets U+0002 before and U+0003 after what matches.</summary>
public sealed class Snippet : ComponentBase
{
    [Parameter, EditorRequired] public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        for (var at = 0; at < Text.Length;)
        {
            var open = Text.IndexOf('\u0002', at);
            var close = open < 0 ? -1 : Text.IndexOf('\u0003', open);
            if (close < 0)
            {
                builder.AddContent(0, Text[at..].Replace("\u0002", "", StringComparison.Ordinal));
                return;
            }
            builder.AddContent(1, Text[at..open]);
            builder.OpenElement(2, "mark");
            builder.AddContent(3, Text[(open + 1)..close]);
            builder.CloseElement();
            at = close + 1;
        }
    }
}
