using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Cli.Hosting;

/// <summary>How the engine is to be loaded.</summary>
/// <param name="Knowledge">The user's own knowledge folder, laid over the one shipped; null for none.</param>
/// <param name="Explain">Keep the steps that made or dropped each event.</param>
/// <param name="Learned">Use the learnt scorer; false leaves the frames alone to decide.</param>
/// <param name="Least">Least confidence of an event that is told.</param>
public sealed record EngineOptions(string? Knowledge = null, bool Explain = false, bool Learned = true, double Least = 0);

/// <summary>Loads the parser and the coder. Verbs ask for what they need and no more, since loading takes time.</summary>
public interface IEngineLoader
{
    /// <exception cref="Demarche.Language.Models.ModelException">A model is missing or damaged.</exception>
    IDocumentParser LoadParser();

    /// <exception cref="Demarche.Language.Models.ModelException">A model is missing or damaged.</exception>
    /// <exception cref="Demarche.Knowledge.KnowledgeException">The knowledge is missing, damaged, or the user's has errors.</exception>
    IDocumentCoder LoadCoder(EngineOptions options);

    /// <summary>Takes one sentence a line: the document's lines are its sentences.</summary>
    IDocumentParser LoadLineParser();
}
