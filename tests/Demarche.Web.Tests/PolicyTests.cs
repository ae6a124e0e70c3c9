using Demarche.Ledger;
using Demarche.Web.Accounts;
using Demarche.Web.Components;
using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>No page and no route without a policy, whoever adds it.</summary>
public sealed class PolicyTests
{
    private static readonly string[] Open = ["/sign-in", "/sign-in/passkey-options", "/api/health"];

    [Fact]
    public void Every_page_names_a_policy_but_the_one_to_sign_in()
    {
        var pages = typeof(App).Assembly.GetTypes().Where(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Length > 0).ToList();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var policy = page.GetCustomAttributes(typeof(AuthorizeAttribute), true).Cast<AuthorizeAttribute>().FirstOrDefault()?.Policy;
            if (page.GetCustomAttributes(typeof(AllowAnonymousAttribute), true).Length > 0) Assert.Equal("SignIn", page.Name);
            else Assert.Contains(policy, new[] { DeskPolicies.View, DeskPolicies.Curate, DeskPolicies.Administer, DeskPolicies.OwnAccount });
        }
    }

    [Fact]
    public async Task Every_route_has_a_policy_but_sign_in_health_and_assets()
    {
        var folder = Directory.CreateTempSubdirectory("policy").FullName;
        try
        {
            var options = new DeskOptions { Ledger = Path.Combine(folder, "p.ledger"), Port = 0, BehindProxy = true, Assets = DeskServer.AssetsManifest };
            await DeskHost.CreateAdminAsync(options, "ana");
            using var ledger = SqliteLedger.Begin(options.Ledger);
            await using var app = DeskHost.Build(options, ledger);
            var fallback = await app.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
            Assert.NotNull(fallback);
            var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
            Assert.Contains(routes, r => r.RoutePattern.RawText == "/api/corrections");
            foreach (var route in routes)
            {
                var path = "/" + route.RoutePattern.RawText!.TrimStart('/');
                if (route.Metadata.GetMetadata<IAllowAnonymous>() is null) continue;
                Assert.True(Open.Contains(path) || path.StartsWith("/_content/", StringComparison.Ordinal) || path.StartsWith("/_framework/", StringComparison.Ordinal)
                    || path is "/api/docs/scalar.js" or "/api/docs/scalar.aspnetcore.js" or "/api/docs/favicon.svg", $"{path} is open to all");
            }
            var write = routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true && r.RoutePattern.RawText == "/api/corrections");
            Assert.All(write, r => Assert.Equal(DeskPolicies.Curate, r.Metadata.GetOrderedMetadata<IAuthorizeData>().Single().Policy));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
