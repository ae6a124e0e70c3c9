using Demarche.Language.Models;
using Demarche.Language.Segmentation;
using Xunit;

namespace Demarche.Language.Tests.Segmentation;

public sealed class BoundaryModelTests
{
    private static readonly string Shipped = ModelFolder.PathOf(BoundaryModel.FileName);

    [Fact]
    public void A_missing_model_is_named()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var e = Assert.Throws<ModelException>(() => Segmenter.Load(path));
        Assert.Contains(path, e.Message);
        Assert.Contains("missing", e.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(13)]
    [InlineData(5000)]
    [InlineData(-1)]
    public void A_changed_byte_is_noticed(int at)
    {
        var bytes = File.ReadAllBytes(Shipped);
        bytes[at < 0 ? bytes.Length + at : at] ^= 0x40;
        AssertDamaged(bytes);
    }

    [Fact]
    public void A_model_cut_short_is_noticed() => AssertDamaged(File.ReadAllBytes(Shipped)[..^9]);

    private static void AssertDamaged(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            Assert.Contains("damaged", Assert.Throws<ModelException>(() => Segmenter.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
