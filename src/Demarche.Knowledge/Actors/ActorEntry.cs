using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Actors;

/// <summary>An actor, office or agent as gathered from the text, before it is laid out. The parts of one id are joined here.</summary>
internal sealed class ActorEntry(string id, string name, string word, int layer, SourcePosition at)
{
    public string Id => id;

    public string Name { get; set; } = name;

    /// <summary>The head line's first word: state, organisation, party …</summary>
    public string Word => word;

    /// <summary>0 for the built-in knowledge, then the overlay.</summary>
    public int Layer { get; set; } = layer;

    public SourcePosition At => at;

    public List<TextProperty> Properties { get; } = [];

    public int Index { get; set; }
}
