using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Claims;
using Demarche.Knowledge.Frames;
using Demarche.Knowledge.Places;

namespace Demarche.Knowledge.Artefact;

/// <summary>
/// The sections of the artefact, in the order in which they are compiled. A new kind of knowledge adds its line here, and a
/// property to <see cref="KnowledgeBase"/>.
/// </summary>
public static class KnowledgeSections
{
    public static IReadOnlyList<IKnowledgeSection> All { get; } =
    [
        ActorsSection.Instance,
        PlacesSection.Instance,
        FramesSection.Instance,
        ClaimsSection.Instance,
    ];
}
