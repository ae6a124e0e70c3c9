namespace Demarche.Language.Models;

/// <summary>A model file is missing, damaged or of another version. The message names the file and says what to do.</summary>
public sealed class ModelException(string path, string message, Exception? cause = null)
    : Exception(message, cause)
{
    public string Path { get; } = path;

    public static ModelException Missing(string path, Exception? cause = null) =>
        new(path, $"the model file {path} is missing: install demarche again, or train it with tools/Demarche.Training", cause);

    public static ModelException Damaged(string path, string what) =>
        new(path, $"the model file {path} is damaged ({what}): install demarche again, or train it with tools/Demarche.Training");
}
