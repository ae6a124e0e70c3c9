using Demarche.Language.Models;
using Demarche.Language.Syntax;
using Xunit;

namespace Demarche.Language.Tests.Syntax;

public sealed class SyntaxModelTests
{
    private static readonly string Shipped = ModelFolder.PathOf(SyntaxModel.FileName);

    [Fact]
    public void A_missing_model_is_named_with_what_to_do()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var e = Assert.Throws<ModelException>(() => SyntaxModel.Load(path));
        Assert.Contains(path, e.Message);
        Assert.Contains("install", e.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(30)]
    [InlineData(4_000_000)]
    [InlineData(-1)]
    public void A_changed_byte_is_noticed(int at)
    {
        var bytes = File.ReadAllBytes(Shipped);
        bytes[at < 0 ? bytes.Length + at : at] ^= 0x10;
        AssertRefused(bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(1_000_000)]
    public void A_model_cut_short_is_noticed(int length) => AssertRefused(File.ReadAllBytes(Shipped)[..length]);

    private static void AssertRefused(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            var e = Assert.Throws<ModelException>(() => SyntaxModel.Load(path));
            Assert.Contains(path, e.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
