using System.Globalization;

namespace Demarche.Ledger.Store;

/// <summary>
/// One writer at a time. The lock is the operating system's, on a file beside the ledger, so that it falls with its
/// holder however that ends. A locked file cannot be read by others, so a second one names the holder for the message.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private readonly string _note;

    private WriterLock(FileStream file, string note) => (_file, _note) = (file, note);

    /// <exception cref="LedgerException">Another process writes, or the folder may not be written.</exception>
    public static WriterLock Take(string ledger) =>
        TryTake(ledger, out var holder) ?? throw new LedgerException(LedgerFault.Busy,
            $"{ledger} is being written by another demarche ({holder}). Wait for it to end, or stop it, and run the command again.");

    /// <summary>Null where another process holds it; <paramref name="holder"/> tells which.</summary>
    public static WriterLock? TryTake(string ledger, out string holder)
    {
        var path = ledger + ".writer";
        holder = "";
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var held = new WriterLock(file, path + "-by");
            File.WriteAllText(held._note, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, since {DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}Z"));
            return held;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new LedgerException(LedgerFault.ReadOnly,
                $"The folder of {ledger} may not be written. Change its permissions, or name a ledger elsewhere.", e);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new LedgerException(LedgerFault.Missing, $"There is no folder for {ledger}. Make it first.", e);
        }
        catch (IOException e) when (e.HResult is 11 or 13 or 35 or unchecked((int)0x80070020))
        {
            holder = Holder(path);
            return null;
        }
        catch (IOException e)
        {
            throw new LedgerException(LedgerFault.Io, $"{path} cannot be written: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        File.Delete(_note);
        _file.Dispose();
    }

    private static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(path + "-by");
        }
        catch (IOException)
        {
            return "it began just now";
        }
    }
}
