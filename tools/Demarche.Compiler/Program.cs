using Demarche.Knowledge;
using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Text;

const int Usage = 2;
const int Data = 65;

if (args is ["compile", var folder, "-o", var target]) return Run(folder, target);
if (args is ["check", var checkedFolder]) return Run(checkedFolder, null);
Console.Error.WriteLine("usage: compile FOLDER -o FILE | check FOLDER");
return Usage;

static int Run(string folder, string? target)
{
    var diagnostics = new DiagnosticBag();
    byte[]? artefact;
    try
    {
        artefact = KnowledgeCompiler.Compile(KnowledgeSections.All, KnowledgeSources.Read(folder), null, diagnostics);
    }
    catch (KnowledgeException e)
    {
        Console.Error.WriteLine($"error: {e.Message}");
        return Data;
    }
    foreach (var d in diagnostics.Sorted()) Console.WriteLine(d);
    if (artefact is null) return Data;
    if (target is not null) File.WriteAllBytes(target, artefact);
    return 0;
}
