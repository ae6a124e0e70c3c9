using System.Globalization;

namespace Demarche.Ledger.Store;

/// <summary>
/// One writer at a time. The lock is the operating system's, on a file beside the ledger, so that it falls with its
/// holder however that ends; the file's content only serves the message.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

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
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            file.SetLength(0);
            var note = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, since {DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}Z");
            file.Write(System.Text.Encoding.UTF8.GetBytes(note));
            file.Flush();
            return new WriterLock(file);
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

    public void Dispose() => _file.Dispose();

    private static string Holder(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return new StreamReader(file).ReadToEnd();
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
