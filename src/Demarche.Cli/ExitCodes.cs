namespace Demarche.Cli;

/// <summary>Exit codes, after sysexits.h.</summary>
public static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Some of the input is not what it should be.</summary>
    public const int Data = 65;

    /// <summary>The input is not there.</summary>
    public const int NoInput = 66;

    /// <summary>Our fault: a damaged model or artefact, a full disk, a bug.</summary>
    public const int Software = 70;

    /// <summary>Ended by Ctrl-C, as shells count it (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
