using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Language;
using Demarche.Web.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Demarche.Web.Components.Reading;

/// <summary>The sentence of a mention with the words that its fields were read from.</summary>
public sealed class MentionSentence : ComponentBase
{
    [Parameter, EditorRequired] public required EventMention Mention { get; set; }

    [Parameter, EditorRequired] public required string Sentence { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var segment in TextSegments.Cut(Sentence, new Span(0, Sentence.Length), [], Evidence()))
        {
            var words = segment.Span.Quote(Sentence);
            if (segment.Evidence.IsEmpty)
            {
                builder.AddContent(0, words);
                continue;
            }
            var roles = segment.Evidence.Select(e => e.Role).Distinct().ToImmutableArray();
            builder.OpenElement(1, "mark");
            builder.AddAttribute(2, "class", string.Join(' ', roles.Select(r => r == "trigger" ? $"trigger q{Mention.Type.Quad}" : r)));
            builder.AddAttribute(3, "title", string.Join(", ", roles));
            builder.AddContent(4, words);
            builder.CloseElement();
        }
    }

    private IEnumerable<TextEvidence> Evidence()
    {
        foreach (var (role, span) in new (string, Span?)[]
        {
            ("trigger", Mention.Trigger), ("source", Mention.Source?.Span), ("target", Mention.Target?.Span), ("count", Mention.Measure?.CountSpan),
            ("day", Mention.Date?.Span), ("place", Mention.Place?.Span), ("speaker", Mention.Attribution.Speaker?.Span),
        })
            // A party may stand in another sentence, for a pronoun here.
            if (span is { IsEmpty: false } s && Mention.SentenceSpan.Contains(s))
                yield return new TextEvidence(1, role, new Span(s.Start - Mention.SentenceSpan.Start, s.End - Mention.SentenceSpan.Start));
    }
}
