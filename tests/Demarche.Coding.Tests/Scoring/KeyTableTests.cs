using CsCheck;
using Demarche.Coding.Scoring;
using Xunit;

namespace Demarche.Coding.Tests.Scoring;

public sealed class KeyTableTests
{
    [Fact]
    public void Every_key_keeps_its_slot_and_no_other_has_one() =>
        Gen.ULong[1, ulong.MaxValue].HashSet[1, 200].Sample(keys =>
        {
            var absent = keys.Max() == ulong.MaxValue ? Enumerable.Range(1, 300).Select(x => (ulong)x).First(x => !keys.Contains(x)) : keys.Max() + 1;
            var table = KeyTable.For(keys.Count);
            var slots = keys.ToDictionary(k => k, table.Add);
            Assert.Equal(keys.Count, slots.Values.Distinct().Count());
            Assert.All(slots, x => Assert.Equal(x.Value, table.Find(x.Key)));
            Assert.All(slots, x => Assert.Equal(x.Value, table.Add(x.Key)));
            Assert.Equal(-1, table.Find(absent));
        });
}
