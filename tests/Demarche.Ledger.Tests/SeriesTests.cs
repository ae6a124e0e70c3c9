using CsCheck;
using Demarche.Ledger.Reading;
using Demarche.Ledger.Relations;
using Xunit;

namespace Demarche.Ledger.Tests;

public sealed class SeriesTests
{
    private static readonly DateOnly Start = new(2031, 1, 1);

    private static DyadDay Day(int offset, int events, double mean) => new("A", Start.AddDays(offset), new QuadCounts(events, 0, 0, 0), events * mean, 0);

    [Fact]
    public void The_index_is_its_published_formula() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[1, 9], Gen.Double[-10, 10]).Array[1, 30].Sample(rows =>
        {
            var days = rows.OrderBy(r => r.Item1).ToArray();
            var weights = SeriesWeights.Default;
            var index = new SmoothedIndex(weights);
            double sum = 0, events = 0;
            var end = days[^1].Item1 + 10;
            foreach (var (at, n, mean) in days)
            {
                index.Add(Start.AddDays(at), n, n * mean);
                var weight = Math.Pow(2, -(end - at) / weights.HalfLifeDays);
                sum += weight * n * mean;
                events += weight * n;
            }
            Assert.Equal(sum / (events + weights.Shrinkage), index.At(Start.AddDays(end)), 8);
        });

    [Fact]
    public void Points_hold_every_event_once() =>
        Gen.Select(Gen.Int[0, 900], Gen.Int[1, 9]).Array[1, 60].Select(Gen.Enum<SeriesPeriod>()).Sample((rows, by) =>
        {
            var days = rows.GroupBy(r => r.Item1).OrderBy(g => g.Key).Select(g => Day(g.Key, g.Sum(r => r.Item2), 1)).ToArray();
            var points = SeriesReads.Points("A", days, new SeriesQuery(by), days[0].Day, days[^1].Day);
            Assert.Equal(days.Sum(d => d.Counts.Total), points.Sum(p => p.Events));
            Assert.Equal(points.Select(p => p.Start), points.Select(p => Periods.StartOf(p.Start, by)));
            for (var i = 1; i < points.Length; i++) Assert.Equal(points[i].Start, Periods.Next(points[i - 1].Start, by));
        });

    [Fact]
    public void A_break_in_tone_is_found_where_it_is()
    {
        var days = Enumerable.Range(0, 60).Select(i => Day(i, 3, (i < 40 ? 4 : -6) + (i % 3 - 1) * .5)).ToArray();
        var points = SeriesReads.Points("A", days, new SeriesQuery(SeriesPeriod.Day), days[0].Day, days[^1].Day);
        var change = Assert.Single(ChangePoints.Find(points, SeriesWeights.Default.ChangePenalty));
        Assert.Equal(Start.AddDays(40), change.Start);
        Assert.Equal(4, change.Before, .1);
        Assert.Equal(-6, change.After, .1);
    }

    [Fact]
    public void Noise_alone_breaks_nothing()
    {
        var random = new Random(3);
        var days = Enumerable.Range(0, 300).Select(i => Day(i, 2, random.NextDouble() * 8 - 4)).ToArray();
        var points = SeriesReads.Points("A", days, new SeriesQuery(SeriesPeriod.Day), days[0].Day, days[^1].Day);
        Assert.Empty(ChangePoints.Find(points, SeriesWeights.Default.ChangePenalty));
    }

    [Fact]
    public void Whatever_is_typed_is_a_query()
    {
        using var test = new TestLedger();
        test.Ingest(new Story("a", "2031-01-01", "Veldania expels five envoys of Morvia.").Measure("VEL", "MOR", "expels", "diplomats_expelled", 5));
        using var ledger = test.Open();
        Gen.String[0, 20].Sample(text =>
        {
            Assert.InRange(ledger.Search(new SearchQuery(text)).Total, 0, 1);
            Assert.InRange(ledger.Events(new EventQuery { Text = text, Place = text, Actor = text }).Count, 0, 1);
        }, iter: 300, threads: 1);
        Assert.Equal("\"five\" \"envoys of\" \"morv\"*", Words.Query("five \"envoys of\" morv*"));
        Assert.Single(ledger.Events(new EventQuery { Text = "\"five envoys\" morv*" }));
        Assert.Empty(ledger.Events(new EventQuery { Text = "\"envoys five\"" }));
    }

    [Fact]
    public void The_series_of_one_publisher_has_its_events_alone()
    {
        using var test = new TestLedger();
        test.Ingest(
            new Story("a", "2031-01-01", "Veldania expels five envoys of Morvia.") { Publisher = "A" }.Measure("VEL", "MOR", "expels", "diplomats_expelled", 5),
            new Story("b", "2031-03-01", "Veldania praises Morvia.") { Publisher = "B" }.Act("VEL", "MOR", "praises", "051", 1, 3.4, "SUPPORT"));
        using var ledger = test.Open();
        Assert.Equal(2, ledger.Series("VEL", "MOR", new SeriesQuery()).Points.Sum(p => p.Events));
        Assert.Equal(3.4, Assert.Single(ledger.Series("VEL", "MOR", new SeriesQuery { Publisher = "B" }).Points).GoldsteinSum);
    }
}
