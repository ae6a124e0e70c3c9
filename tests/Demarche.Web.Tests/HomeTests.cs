using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

[Collection("desk")]
public sealed class HomeTests(DeskFixture desk)
{
    [Fact]
    public async Task Home_says_how_much_the_record_holds()
    {
        var page = await desk.OpenAsync("");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("3 reports");
    }
}
