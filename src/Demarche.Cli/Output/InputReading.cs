using Demarche.Cli.Hosting;
using Demarche.Intake;

namespace Demarche.Cli.Output;

/// <summary>
/// Reads documents and keeps account of what could not be read: each problem is one line on standard error, and the worst of
/// them decides the exit code. Good documents are handed on all the same, unless the reading is strict.
/// </summary>
public sealed class InputReading(CliHost host, IReadOnlyList<string> inputs, IntakeOptions options)
{
    public int Documents { get; private set; }

    public int Problems { get; private set; }

    public int Skipped { get; private set; }

    private IntakeFailure? _worst;

    /// <summary>The documents in order. Problems are told as they are met.</summary>
    public IEnumerable<IntakeDocument> Read()
    {
        foreach (var result in Results())
        {
            switch (result)
            {
                case IntakeDocument d:
                    Documents++;
                    yield return d;
                    break;
                case IntakeSkipped s:
                    Skipped++;
                    host.Problem($"{Place(s.Input, s.Line)}: skipped, its language is '{s.Language}' and not English");
                    break;
                case IntakeProblem p:
                    Tell(p);
                    break;
                default:
                    throw new InvalidOperationException($"intake gave a {result.GetType().Name}, which this program does not know");
            }
        }
    }

    /// <summary>The exit code that the reading earns, once all is read.</summary>
    public int ExitCode() => _worst is { } kind ? ExitOf(kind) : ExitCodes.Ok;

    private IEnumerable<IntakeResult> Results()
    {
        try
        {
            return new DocumentIntake().Read(inputs, options, host.StandardInput);
        }
        catch (ArgumentException e)
        {
            throw CliException.Usage(e.Message.Split(" (Parameter")[0]);
        }
    }

    private void Tell(IntakeProblem problem)
    {
        Problems++;
        // Bad data outranks a missing file: the user must look at it.
        if (_worst is null || ExitOf(problem.Kind) == ExitCodes.Data) _worst = problem.Kind;
        host.Problem($"{Place(problem.Input, problem.Line)}: {problem.Name}: {problem.Message}");
    }

    private static int ExitOf(IntakeFailure kind) =>
        kind is IntakeFailure.Missing or IntakeFailure.Unavailable ? ExitCodes.NoInput : ExitCodes.Data;

    private static string Place(string input, int? line) => line is { } n ? $"{input}:{n}" : input;
}
