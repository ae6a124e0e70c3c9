using System.Collections.Immutable;
using Demarche.Ledger.Corrections;
using Xunit;

namespace Demarche.Ledger.Tests;

/// <summary>Worked values: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), parts A, B and C; kappa by hand.</summary>
public sealed class AgreementTests
{
    private static IEnumerable<IReadOnlyCollection<char>> Units(params string[] observers) =>
        Enumerable.Range(0, observers[0].Length).Select(i => observers.Select(o => o[i]).Where(c => c != '.').ToArray());

    [Theory]
    [InlineData(0.095, "0100000010", "1110010000")]
    [InlineData(0.692, "aabbdcccedda", "babbbccceddd")]
    [InlineData(0.743, "123321412...", "1233224125.3", ".3332342251.", "12332441251.")]
    public void Alpha_gives_the_published_values(double alpha, params string[] observers) =>
        Assert.Equal(alpha, Agreement.Alpha(Units(observers))!.Value, 3);

    [Fact]
    public void Kappa_of_the_textbook_table()
    {
        // 20 both yes, 5 yes and no, 10 no and yes, 15 both no: observed .7, expected .5.
        (bool, bool)[] pairs =
        [
            .. Enumerable.Repeat((true, true), 20), .. Enumerable.Repeat((true, false), 5),
            .. Enumerable.Repeat((false, true), 10), .. Enumerable.Repeat((false, false), 15),
        ];
        Assert.Equal(.4, Agreement.Kappa(pairs)!.Value, 9);
    }

    [Fact]
    public void Full_agreement_is_one_and_nothing_to_tell_apart_is_null()
    {
        Assert.Equal(1, Agreement.Kappa([(1, 1), (2, 2)]));
        Assert.Equal(1, Agreement.Alpha<int>([[1, 1], [2, 2, 2]]));
        Assert.Null(Agreement.Kappa([(1, 1), (1, 1)]));
        Assert.Null(Agreement.Alpha<int>([[1, 1], [1, 1]]));
        Assert.Null(Agreement.Kappa(Array.Empty<(int, int)>()));
        Assert.Null(Agreement.Alpha<int>([[1], [2]]));
    }

    [Fact]
    public void Standing_judgements_are_each_persons_last_that_was_not_taken_back()
    {
        var at = DateTimeOffset.UnixEpoch;
        Correction Said(long number, CorrectionAction action, string author, long? undoes = null) =>
            new() { Number = number, Action = action, Author = author, Time = at, EventId = undoes is null ? "e" : null, Undoes = undoes };
        ImmutableArray<Correction> said =
        [
            Said(1, CorrectionAction.Accept, "ana"), Said(2, CorrectionAction.Reject, "ben"), Said(3, CorrectionAction.Edit, "ana"),
            Said(4, CorrectionAction.Undo, "ana", undoes: 3), Said(5, CorrectionAction.Merge, "ben"),
        ];
        Assert.Equal(
            [new Judgement("e", "ana", CorrectionAction.Accept), new Judgement("e", "ben", CorrectionAction.Reject)],
            Judgement.Standing(said));
    }
}
