using Microsoft.AspNetCore.Identity;

namespace Demarche.Web.Accounts;

/// <summary>Somebody who may sign in.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>One of <see cref="DeskPolicies.Roles"/>.</summary>
    public string Role { get; set; } = "viewer";

    /// <summary>The password was made by an admin or the program, and must be changed at the first sign-in.</summary>
    public bool MustChangePassword { get; set; }

    public DateTimeOffset Created { get; set; }
}

/// <summary>A token by which a program acts for an account. Only its hash is kept.</summary>
public sealed class ApiToken
{
    public long Id { get; set; }

    public required string AccountId { get; set; }

    /// <summary>What it is for, in its owner's words.</summary>
    public required string Label { get; set; }

    /// <summary>SHA-256 of the token; the token itself is random enough to need no salt.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>The most that the token may do; never more than its owner.</summary>
    public required string Role { get; set; }

    public DateTimeOffset Created { get; set; }

    public DateTimeOffset Expires { get; set; }

    /// <summary>The day of its last use; null where it was not used.</summary>
    public DateOnly? LastUsed { get; set; }
}

/// <summary>A key by which cookies and forms are sealed, kept so that sign-ins outlast a restart.</summary>
public sealed class SealingKey
{
    public int Id { get; set; }

    public required string Xml { get; set; }
}
