using System.Text;
using Spectre.Console;

namespace Demarche.Cli.Hosting;

/// <summary>Consoles over a writer: with colours and the terminal's width, or plain and of a fixed width.</summary>
internal static class Consoles
{
    /// <summary>Width of what is written into a pipe or a file.</summary>
    private const int PlainWidth = 110;

    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static IAnsiConsole For(TextWriter writer, bool redirected)
    {
        var colours = !redirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (redirected) console.Profile.Width = PlainWidth;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
