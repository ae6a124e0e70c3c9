using Spectre.Console;
using Spectre.Console.Rendering;

namespace Demarche.Cli.Reading;

/// <summary>Text with a head before its first line and another before the lines that it wraps onto; nothing pads the ends of lines.</summary>
internal sealed class Hanging(string first, string later, Style headStyle, IRenderable body) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(Math.Min(20, maxWidth), maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var lines = Segment.SplitLines(body.Render(options, Math.Max(20, maxWidth - first.Length)));
        var head = first;
        foreach (var line in lines)
        {
            if (line.Count == 0 && head == later) continue;
            yield return new Segment(head, headStyle);
            var count = line.Count;
            while (count > 0 && string.IsNullOrWhiteSpace(line[count - 1].Text)) count--;
            for (var i = 0; i < count; i++)
                yield return i + 1 == count ? new Segment(line[i].Text.TrimEnd(), line[i].Style) : line[i];
            yield return Segment.LineBreak;
            head = later;
        }
    }
}
