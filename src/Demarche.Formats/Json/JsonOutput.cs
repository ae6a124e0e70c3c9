using System.Text.Encodings.Web;
using System.Text.Json;

namespace Demarche.Formats.Json;

/// <summary>How JSON is written everywhere: UTF-8, letters of all scripts as themselves, no HTML escapes.</summary>
public static class JsonOutput
{
    /// <summary>One object a line.</summary>
    public static JsonWriterOptions Line { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Indented, for people.</summary>
    public static JsonWriterOptions Indented { get; } = Line with { Indented = true, NewLine = "\n" };
}
