using CsCheck;
using Demarche.Coding.Scoring;
using Xunit;

namespace Demarche.Coding.Tests.Scoring;

public sealed class ConfidenceScaleTests
{
    [Fact]
    public void KeepsTheOrderAndStaysAProbability() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Sample((a, b) =>
        {
            var (low, high) = (ConfidenceScale.Of(Math.Min(a, b)), ConfidenceScale.Of(Math.Max(a, b)));
            Assert.True(low <= high);
            Assert.InRange(low, 0.01, 0.99);
            Assert.InRange(high, 0.01, 0.99);
        });

    [Theory]
    [InlineData(0.1, 0.42)]
    [InlineData(0.5, 0.56)]
    [InlineData(0.95, 0.73)]
    public void TellsWhatShareOfTheJudgedEventsWasRight(double scored, double share) => Assert.Equal(share, ConfidenceScale.Of(scored), 0.01);
}
