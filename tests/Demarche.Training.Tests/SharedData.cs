namespace Demarche.Training.Tests;

/// <summary>The data for training and evaluation, which lies beside the repository and not in it.</summary>
internal static class SharedData
{
    /// <summary>A folder of the shared data, or null where it is absent.</summary>
    public static string? Folder(string name)
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            var folder = Path.Combine(d.FullName, "shared", "data", name);
            if (Directory.Exists(folder)) return folder;
        }
        return null;
    }
}
