namespace Demarche.Ledger.Relations;

/// <summary>The index of <see cref="SeriesWeights"/>, kept up day by day.</summary>
internal sealed class SmoothedIndex(SeriesWeights weights)
{
    private double _sum;
    private double _events;
    private DateOnly _day;

    /// <summary>Days must come in order.</summary>
    public void Add(DateOnly day, int events, double goldstein)
    {
        Fade(day);
        _sum += goldstein;
        _events += events;
    }

    public double At(DateOnly day)
    {
        var fade = FadeOf(day);
        return _sum * fade / (_events * fade + weights.Shrinkage);
    }

    private void Fade(DateOnly day)
    {
        var fade = FadeOf(day);
        _sum *= fade;
        _events *= fade;
        _day = day;
    }

    private double FadeOf(DateOnly day) => Math.Pow(2, -(day.DayNumber - _day.DayNumber) / weights.HalfLifeDays);
}
