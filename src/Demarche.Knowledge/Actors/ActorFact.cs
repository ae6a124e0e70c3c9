using System.Runtime.InteropServices;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Actors;

/// <summary>A fact that holds from one day up to, without, another.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ActorFact(FactKind Kind, int From, int To, int Value, int Other)
{
    public bool HoldsOn(int day) => day >= From && day < To;

    public DateRange Range => new(From, To);
}

/// <summary>Who holds an office: the facts of persons turned round, sorted by actor, office and first day.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Holder(int Actor, int Office, int From, int To, int Person)
{
    public bool HoldsOn(int day) => day >= From && day < To;
}

/// <summary>An actor as the artefact holds it: indices into the string pool, and a run of facts.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct ActorRow(
    ActorKind Kind, int Id, int Name, int Cameo, int FirstFact, int Facts, double Latitude, double Longitude);

/// <summary>An office or an agent.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct NounRow(int Id, int Name, int Sectors, bool HeldByMany);
