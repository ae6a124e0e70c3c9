using Demarche.Language.Syntax;
using Xunit;

namespace Demarche.Language.Tests.Syntax;

public sealed class IrregularVerbTests
{
    [Theory]
    [InlineData("withdrew", Xpos.VBD, "withdraw")]
    [InlineData("Froze", Xpos.VBD, "freeze")]
    [InlineData("upheld", Xpos.VBN, "uphold")]
    [InlineData("withdrew", Xpos.VBZ, "withdraw")]
    [InlineData("shot", Xpos.VBN, "shoot")]
    [InlineData("found", Xpos.VBD, "find")]
    public void A_past_form_has_its_base(string form, Xpos tag, string lemma) => Assert.Equal(lemma, IrregularVerbs.Base(form, tag));

    [Theory]
    [InlineData("found", Xpos.VB)]
    [InlineData("upgraded", Xpos.VBD)]
    [InlineData("shot", Xpos.NN)]
    public void A_base_or_a_noun_or_a_regular_form_has_none(string form, Xpos tag) => Assert.Null(IrregularVerbs.Base(form, tag));
}
