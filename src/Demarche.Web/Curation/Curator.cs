using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace Demarche.Web.Curation;

/// <summary>
/// Under whose name corrections are made: the account's where people sign in, else the name that this browser keeps, else the
/// user's of this machine. One a circuit.
/// </summary>
public sealed class Curator(DeskOptions options, AuthenticationStateProvider sessions, IJSRuntime js) : IAsyncDisposable
{
    private const string Script = "./_content/Demarche.Web/curation.js";
    private const int Longest = 60;

    private IJSObjectReference? _module;

    public string Name { get; private set; } = options.IsLoopback ? Environment.UserName : "";

    /// <summary>False where the account is that of somebody who may only look.</summary>
    public bool MayCorrect { get; private set; } = options.IsLoopback;

    /// <summary>True where the name may be chosen: on one's own machine.</summary>
    public bool IsFree => options.IsLoopback;

    /// <summary>Reads name and rights. Needs a live circuit.</summary>
    public async Task LoadAsync()
    {
        if (!IsFree)
        {
            var user = (await sessions.GetAuthenticationStateAsync().ConfigureAwait(true)).User;
            Name = user.Identity?.Name ?? "";
            MayCorrect = Name.Length > 0 && (user.IsInRole("curator") || user.IsInRole("admin"));
            return;
        }
        var kept = await (await ModuleAsync().ConfigureAwait(true)).InvokeAsync<string?>("keptName").ConfigureAwait(true);
        if (!string.IsNullOrWhiteSpace(kept)) Name = kept;
    }

    /// <summary>Takes a name and keeps it in the browser; an empty one is not taken.</summary>
    public async Task TakeNameAsync(string? name)
    {
        var taken = (name ?? "").Trim();
        if (!IsFree || taken.Length == 0) return;
        Name = taken.Length > Longest ? taken[..Longest] : taken;
        await (await ModuleAsync().ConfigureAwait(true)).InvokeVoidAsync("keepName", Name).ConfigureAwait(true);
    }

    /// <summary>Puts the focus into a form that has just opened, unless its reader was quicker.</summary>
    public async Task EnterAsync(ElementReference field) => await (await ModuleAsync().ConfigureAwait(true)).InvokeVoidAsync("enter", field).ConfigureAwait(true);

    /// <summary>The script with the keys and the kept name.</summary>
    public async Task<IJSObjectReference> ModuleAsync() => _module ??= await js.InvokeAsync<IJSObjectReference>("import", Script).ConfigureAwait(true);

    public async ValueTask DisposeAsync()
    {
        if (_module is null) return;
        try
        {
            await _module.DisposeAsync().ConfigureAwait(true);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }
}
