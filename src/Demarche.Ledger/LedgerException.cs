namespace Demarche.Ledger;

/// <summary>What is the matter with a ledger.</summary>
public enum LedgerFault : byte
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>It is a file of another kind.</summary>
    NotALedger,

    /// <summary>A newer program wrote it.</summary>
    NewerVersion,

    /// <summary>Its pages are damaged.</summary>
    Damaged,

    /// <summary>It or its folder may not be written.</summary>
    ReadOnly,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>Another process is writing it.</summary>
    Busy,

    /// <summary>The system refused to read or write.</summary>
    Io,

    /// <summary>A correction names an event or mention that is not there, or a field that cannot be edited.</summary>
    BadCorrection,
}

/// <summary>A ledger cannot be read or written. The message says why and what to do.</summary>
public sealed class LedgerException(LedgerFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public LedgerFault Fault { get; } = fault;
}
