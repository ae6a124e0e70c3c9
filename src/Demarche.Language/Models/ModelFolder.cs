namespace Demarche.Language.Models;

/// <summary>Where the trained weights lie: the folder <c>models</c> beside the program.</summary>
public static class ModelFolder
{
    /// <summary>The folder beside the program.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Full path of a model file beside the program. Nothing is said about whether it exists.</summary>
    public static string PathOf(string name) => Path.Combine(Default, name);
}
