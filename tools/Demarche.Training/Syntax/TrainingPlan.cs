namespace Demarche.Training.Syntax;

/// <summary>Everything that steers a training run; the same plan and seed give the same weights.</summary>
internal sealed record TrainingPlan
{
    public int Seed { get; init; } = 20;
    public int Epochs { get; init; } = 16;

    /// <summary>Passes over the news and the treebanks' plain text before the trees are shown.</summary>
    public int PretrainingEpochs { get; init; } = 2;

    public int Workers { get; init; } = 2;

    /// <summary>Sentences of one worker in a step.</summary>
    public int Group { get; init; } = 8;

    public float Rate { get; init; } = 2e-3f;
    public float FinalRate { get; init; } = 2e-5f;
    public float Beta1 { get; init; } = 0.9f;
    public float Beta2 { get; init; } = 0.98f;
    public float Clip { get; init; } = 5;
    public float TagWeight { get; init; } = 0.5f;
    public float InputDropout { get; init; } = 0.2f;
    public float HiddenDropout { get; init; } = 0.33f;
    public float ProjectionDropout { get; init; } = 0.33f;

    /// <summary>A word seen c times is replaced by the unknown word with probability rate / (rate + c).</summary>
    public float UnknownRate { get; init; } = 0.25f;

    public float WordDropout { get; init; } = 0.03f;

    /// <summary>Share of sentences seen in another casing: capitals, lower case, headline style, or without the closing stop.</summary>
    public float Recasing { get; init; } = 0.08f;

    public int AffixBits { get; init; } = 15;
}
