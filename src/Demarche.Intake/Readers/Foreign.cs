namespace Demarche.Intake.Readers;

/// <summary>
/// Runs a parser that is not ours on bytes that nobody vouches for. Such parsers promise no list of what they throw, so whatever
/// they throw means one thing here: the input is damaged. Our own errors, and those of the machine, pass through.
/// </summary>
internal static class Foreign
{
    /// <exception cref="IntakeException">With the name given.</exception>
    public static T Parse<T>(string name, string what, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception e) when (e is not (IntakeException or OutOfMemoryException or OperationCanceledException))
        {
            throw new IntakeException(name, $"{what} could not be read: {FirstLine(e.Message)}", IntakeFailure.Invalid, cause: e);
        }
    }

    private static string FirstLine(string message)
    {
        var end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }
}
