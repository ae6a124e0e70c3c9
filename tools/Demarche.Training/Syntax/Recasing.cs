namespace Demarche.Training.Syntax;

/// <summary>Shows some sentences in the casings of headlines and tickers, so that these parse too.</summary>
internal static class Recasing
{
    public static TrainingSentence Draw(TrainingSentence sentence, Random random, float share)
    {
        if (random.NextSingle() >= share) return sentence;
        return random.Next(4) switch
        {
            0 => sentence.WithForms(f => f.ToUpperInvariant()),
            1 => sentence.WithForms(f => f.ToLowerInvariant()),
            2 => sentence.WithForms(f => f.Length > 3 ? char.ToUpperInvariant(f[0]) + f[1..] : f),
            _ => sentence.WithForms(f => f == "'" || f == "\"" ? "’" : f),
        };
    }
}
