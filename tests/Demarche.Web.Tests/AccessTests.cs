using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>A desk that others reach: over TLS, with accounts. Its traffic stays on this machine.</summary>
public sealed partial class AccessTests : IAsyncLifetime
{
    private const string Chosen = "correct horse battery staple";
    private readonly string _folder = Directory.CreateTempSubdirectory("access").FullName;
    private DeskServer _desk = null!;
    private string _once = "";

    private string Ledger => Path.Combine(_folder, "access.ledger");

    public async ValueTask InitializeAsync()
    {
        var report = Path.Combine(_folder, "report.jsonl");
        await File.WriteAllTextAsync(report, "{\"id\":\"r\",\"date\":\"2031-03-04\",\"text\":\"France expelled eight Russian diplomats on Monday.\"}\n");
        await DeskServer.RunAsync("ingest", report, "--ledger", Ledger, "--quiet");
        _once = Secret().Match(await DeskServer.RunAsync("serve", "--ledger", Ledger, "--create-admin", "ana")).Value;
        _desk = await DeskServer.StartAsync(Ledger, "--host", "0.0.0.0", "--certificate", Certificate(), "--certificate-password", "test");
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Without_a_session_everything_asks_to_sign_in_but_health_and_assets()
    {
        using var anyone = Browser();
        foreach (var page in new[] { "", "events", "event/0", "queue", "account", "admin", "document/r", "no-such-page" })
        {
            var answer = await anyone.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/sign-in", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.AbsolutePath : answer.Headers.Location.ToString(), StringComparison.Ordinal);
        }
        foreach (var route in new[] { "api/events", "api/summary", "api/changes.atom", "api/changes/stream", "api/openapi.json", "api/docs", "api/gold.jsonl", "api/no-such", "_blazor" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.GetAsync(route, TestContext.Current.CancellationToken)).StatusCode);
        var write = await anyone.PostAsync("api/corrections", new StringContent("{}", new MediaTypeHeaderValue("application/json")), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, write.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anyone.GetAsync("api/health", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anyone.GetAsync("_content/Demarche.Web/desk.css", TestContext.Current.CancellationToken)).StatusCode);
        var form = await anyone.GetAsync("sign-in", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.DoesNotContain("France", await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wall_stands_on_this_machines_other_addresses_too()
    {
        using var anyone = Browser();
        foreach (var address in Dns.GetHostAddresses(Dns.GetHostName()).Where(a => a.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork))
        {
            var answer = await anyone.GetAsync(new UriBuilder(_desk.Address) { Host = address.ToString(), Path = "events" }.Uri, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
        using var named = new HttpRequestMessage(HttpMethod.Get, "events") { Headers = { Host = "desk.example.org" } };
        Assert.Equal(HttpStatusCode.Redirect, (await anyone.SendAsync(named, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_one_time_password_opens_nothing_until_it_is_changed_and_sign_out_closes_all()
    {
        using var ana = Browser();
        var session = await SignIn(ana, "ana", _once);
        Assert.Equal(HttpStatusCode.Redirect, session.StatusCode);
        var cookie = session.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-demarche=", StringComparison.Ordinal));
        Assert.All(new[] { "secure", "httponly", "samesite=strict", "path=/" }, part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.Redirect, (await ana.GetAsync("events", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.GetAsync("api/events", TestContext.Current.CancellationToken)).StatusCode);

        await Post(ana, "account", "password", ("PasswordForm.Old", _once), ("PasswordForm.New", Chosen));
        Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync("events", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync("api/events", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync("admin", TestContext.Current.CancellationToken)).StatusCode);
        using var again = Browser();
        await SignIn(again, "ana", _once);
        Assert.Equal(HttpStatusCode.Redirect, (await again.GetAsync("account", TestContext.Current.CancellationToken)).StatusCode);

        Assert.Equal(HttpStatusCode.BadRequest, (await ana.PostAsync("sign-out", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken)).StatusCode);
        await Post(ana, "account", null, "sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await ana.GetAsync("events", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Roles_and_tokens_allow_what_they_say_and_no_more()
    {
        using var ana = Browser();
        await Settle(ana, "ana", _once);
        using var vera = Browser();
        await Settle(vera, "vera", await Make(ana, "vera", "viewer"));
        using var carl = Browser();
        await Settle(carl, "carl", await Make(ana, "carl", "curator"));

        var id = JsonDocument.Parse(await vera.GetStringAsync("api/events?limit=1", TestContext.Current.CancellationToken)).RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.Forbidden, (await Accept(vera, id)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await vera.GetAsync("admin", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await carl.GetAsync("admin", TestContext.Current.CancellationToken)).StatusCode);
        var accepted = await Accept(carl, id);
        Assert.Equal(HttpStatusCode.Created, accepted.StatusCode);
        Assert.Contains("\"author\":\"carl\"", await accepted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Accept(carl, id, author: "ana")).StatusCode);

        var made = await Post(carl, "account", "token", ("TokenForm.Label", "reader"), ("TokenForm.Role", "viewer"), ("TokenForm.Days", "30"));
        var token = Token().Match(made).Value;
        Assert.NotEmpty(token);
        Assert.DoesNotContain(token, await carl.GetStringAsync("account", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(token, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Ledger + ".accounts", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        using var program = Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("api/events", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Accept(program, id)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await program.GetAsync("events", TestContext.Current.CancellationToken)).StatusCode);
        var tokenId = Revoke().Match(await carl.GetStringAsync("account", TestContext.Current.CancellationToken)).Groups[1].Value;
        await Post(carl, "account", "token-" + tokenId, ("Revoke", tokenId));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("api/events", TestContext.Current.CancellationToken)).StatusCode);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token[..^1] + (token[^1] == 'A' ? 'B' : 'A'));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("api/events", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Five_failures_lock_an_account_even_for_the_right_password()
    {
        using var ana = Browser();
        await Settle(ana, "ana", _once);
        using var vera = Browser();
        var once = await Make(ana, "vera", "viewer");
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await SignIn(vera, "vera", $"wrong guess {i}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(vera, "vera", once)).StatusCode);
        Assert.Contains("locked until", await ana.GetStringAsync("admin", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        // An unknown name is answered with the same words.
        var (known, unknown) = (await SignIn(vera, "vera", "x"), await SignIn(vera, "nobody", "x"));
        Assert.Equal(Alert().Match(await known.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value, Alert().Match(await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_a_link_elsewhere_is_not_followed()
    {
        using var ana = Browser();
        var bare = await ana.PostAsync("sign-in", new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.Name", "ana"), new("Input.Password", _once)]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        var session = await SignIn(ana, "ana", _once, "sign-in?to=%2F%2Fother.example%2F");
        Assert.DoesNotContain("other.example", session.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_signs_in()
    {
        using var ana = Browser();
        await Settle(ana, "ana", _once);
        if (!File.Exists(DeskFixture.Chromium)) Assert.Skip($"needs Chromium at {DeskFixture.Chromium}");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await DeskFixture.LaunchAsync(playwright, "--ignore-certificate-errors");
        var page = await browser.NewPageAsync(new() { BaseURL = _desk.Address.ToString(), IgnoreHTTPSErrors = true });
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
        await page.GotoAsync("account");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("ana");
        await page.GetByLabel("Password").FillAsync(Chosen);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByLabel("Name of the device").FillAsync("test key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The passkey is added.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.WaitForURLAsync(_desk.Address.ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("nothing would keep passwords secret", "--host", "0.0.0.0")]
    [InlineData("there is no certificate", "--host", "0.0.0.0", "--certificate", "none.pem")]
    [InlineData("--proxy takes an address", "--behind-proxy", "--proxy", "nowhere")]
    public async Task What_is_not_safe_is_not_served(string why, params string[] options)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => DeskServer.RunAsync(["serve", "--ledger", Ledger, "--port", "0", .. options]));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_account_nothing_is_served_to_others()
    {
        var ledger = Path.Combine(_folder, "other.ledger");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => DeskServer.RunAsync("serve", "--ledger", ledger, "--port", "0", "--behind-proxy"));
        Assert.Contains("--create-admin", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_only_what_came_over_tls_is_answered()
    {
        await using var behind = await DeskServer.StartAsync(Ledger, "--behind-proxy");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = behind.Address };
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("events", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("api/health", TestContext.Current.CancellationToken)).StatusCode);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "desk.example.org");
        var answer = await client.GetAsync("events", TestContext.Current.CancellationToken);
        Assert.Equal("https://desk.example.org/sign-in?to=%2Fevents", answer.Headers.Location!.ToString());
    }

    private HttpClient Browser() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = true,
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    })
    { BaseAddress = _desk.Address };

    /// <summary>A one-time password becomes one's own.</summary>
    private static async Task Settle(HttpClient browser, string name, string once)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(browser, name, once)).StatusCode);
        await Post(browser, "account", "password", ("PasswordForm.Old", once), ("PasswordForm.New", Chosen));
    }

    private static async Task<string> Make(HttpClient admin, string name, string role) =>
        Secret().Match(await Post(admin, "admin", "create", ("Create.Name", name), ("Create.Role", role))).Value;

    private static async Task<HttpResponseMessage> SignIn(HttpClient browser, string name, string password, string page = "sign-in")
    {
        var form = Field().Match(await browser.GetStringAsync(page, TestContext.Current.CancellationToken)).Groups[1].Value;
        return await browser.PostAsync(page, new FormUrlEncodedContent(
            [new("_handler", "sign-in"), new("__RequestVerificationToken", form), new("Input.Name", name), new("Input.Password", password), new("Input.Passkey", "")]), TestContext.Current.CancellationToken);
    }

    private static Task<string> Post(HttpClient browser, string page, string? handler, params (string, string)[] fields) => Post(browser, page, handler, page, fields);

    private static async Task<string> Post(HttpClient browser, string page, string? handler, string to, params (string Name, string Value)[] fields)
    {
        var form = Field().Match(await browser.GetStringAsync(page, TestContext.Current.CancellationToken)).Groups[1].Value;
        var all = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("__RequestVerificationToken", form));
        if (handler is not null) all = all.Append(new("_handler", handler));
        var answer = await browser.PostAsync(to, new FormUrlEncodedContent(all), TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{to} {handler}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> Accept(HttpClient browser, string id, string? author = null) => browser.PostAsync(
        "api/corrections", new StringContent(JsonSerializer.Serialize(new { action = "accept", @event = id, author }), new MediaTypeHeaderValue("application/json")), TestContext.Current.CancellationToken);

    /// <summary>A certificate of our own for localhost.</summary>
    private string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256) { CertificateExtensions = { names.Build() } };
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(_folder, "desk.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "test"));
        return file;
    }

    [GeneratedRegex("[a-z2-9]{5}(-[a-z2-9]{5}){3}")]
    private static partial Regex Secret();

    [GeneratedRegex("dmr_[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Revoke\" value=\"([0-9]+)\"")]
    private static partial Regex Revoke();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Field();

    [GeneratedRegex("role=\"alert\">[^<]*")]
    private static partial Regex Alert();
}
