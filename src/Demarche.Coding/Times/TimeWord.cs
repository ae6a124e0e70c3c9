using Demarche.Language;

namespace Demarche.Coding;

/// <summary>One word as the time scanner sees it: where it stands, what it does, and its value (month number, count …).</summary>
internal readonly record struct TimeWord(int Start, int End, TimeClass Class, int Value, bool SpaceBefore, bool Capital)
{
    public Span Span => new(Start, End);

    public int Length => End - Start;
}
