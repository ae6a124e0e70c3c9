using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Mentions;

/// <summary>Makes the record of an actor on the document's day from entries of the knowledge.</summary>
/// <param name="day">Null where the document has no date: then every fact may hold, the first counts.</param>
internal sealed class IdentityFactory(ActorTable actors, int? day)
{
    private static readonly HashSet<string> Powers = ["GOV", "MIL", "LEG", "JUD", "COP", "SPY"];

    private readonly Dictionary<int, ActorIdentity> _made = [];

    /// <summary>A day for look-ups of facts that every document needs, such as a country.</summary>
    private int Day => day ?? AnyDay;

    /// <summary>Stands for the day of a document without a date where a fact is needed at all events.</summary>
    public static int AnyDay { get; } = new DateOnly(2030, 1, 1).DayNumber;

    public ActorIdentity OfActor(int index)
    {
        if (_made.TryGetValue(index, out var made)) return made;
        var actor = actors[index];
        return _made[index] = actor.Kind == ActorKind.Person ? OfPerson(actor) : OfBody(actor);
    }

    /// <summary>"the Russian foreign minister": the office in an actor, with the person who holds it on the day.</summary>
    /// <param name="person">The name in the text, or null.</param>
    /// <param name="namesHolder">Whether the words mean the one who holds the office: "the president", not "a president" or "presidents".</param>
    public ActorIdentity OfRole(ActorIdentity owner, Office office, bool former, string? person, bool namesHolder)
    {
        var sectors = former ? Former(office.Sectors) : Joined(owner, office.Sectors);
        var holder = person is null && !former && namesHolder && day is { } d ? HolderOn(owner, office, d) : null;
        return new ActorIdentity(person ?? holder?.Name ?? owner.Name, owner.Country, sectors, CameoOf(owner, sectors), holder?.Id ?? owner.ActorId)
        {
            Role = former ? null : office.Name,
            Person = person ?? holder?.Name,
        };
    }

    /// <summary>4 where somebody holds the office in the actor on the day, 2 where somebody ever did, 0 else.</summary>
    public int HoldersRank(Actor actor, int office)
    {
        var holders = actors.Holders(actor.Index, office);
        foreach (ref readonly var h in holders)
            if (day is not { } d || h.HoldsOn(d)) return 4;
        return holders.Length > 0 ? 2 : 0;
    }

    /// <summary>Whether a person holds an office on the document's day; on any day where it has none.</summary>
    public bool Holds(Actor person, int office)
    {
        foreach (var f in person.Facts)
            if (f.Kind == FactKind.Role && f.Other == office && (day is not { } d || f.HoldsOn(d))) return true;
        return false;
    }

    /// <summary>A person in an office that they hold on the document's day (on any, where it has none), or null.</summary>
    public ActorIdentity? InOffice(Actor person, int office)
    {
        foreach (var f in person.Facts)
            if (f.Kind == FactKind.Role && f.Other == office && (day is not { } d || f.HoldsOn(d))) return InRole(person, f);
        return null;
    }

    /// <summary>"Russian troops": a noun that stands for agents of an owner.</summary>
    public ActorIdentity OfAgent(ActorIdentity owner, Agent agent)
    {
        var sectors = Joined(owner, agent.Sectors);
        return new ActorIdentity(owner.Name, owner.Country, sectors, CameoOf(owner, sectors), owner.ActorId);
    }

    /// <summary>"students", of nobody knows where.</summary>
    public static ActorIdentity OfNoun(string name, ImmutableArray<string> sectors) =>
        new(name, null, sectors, CameoActorCode.Build(null, sectors.AsSpan()));

    public ActorIdentity OfCountry(string code)
    {
        if (actors.Find(code) is { } state) return OfActor(state.Index);
        return new ActorIdentity(code, code, [], code);
    }

    /// <summary>Somebody named who belongs to an owner: "Kenyan tycoon Jane Doe".</summary>
    public static ActorIdentity OfNamed(ActorIdentity owner, string name) =>
        new(name, owner.Country, owner.Sectors, owner.Cameo, owner.ActorId) { Person = name };

    private ActorIdentity OfBody(Actor actor)
    {
        var country = actors.CountryOn(actor, Day);
        var sectors = actors.SectorsOn(actor, Day);
        var cameo = actor.Cameo ?? (actor.Kind == ActorKind.Organisation && sectors.Length > 0
            ? CameoActorCode.Build(null, sectors.AsSpan())
            : CameoActorCode.Build(country is { Length: 3 } ? country : null, sectors.AsSpan()));
        return new ActorIdentity(actor.Name, country, sectors, cameo, actor.Id);
    }

    private ActorIdentity OfPerson(Actor person)
    {
        var role = CurrentRole(person);
        if (role is { } r) return InRole(person, r);
        var nationality = person.On(Day, FactKind.Country) is { } c ? actors[c.Value] : LastState(person);
        var sectors = actors.SectorsOn(person, Day);
        if (sectors.IsEmpty && HeldOfficeBefore(person)) sectors = ["ELI"];
        var country = nationality is null ? null : actors.CountryOn(nationality, Day);
        return new ActorIdentity(person.Name, country, sectors, CameoActorCode.Build(country, sectors.AsSpan()), person.Id) { Person = person.Name };
    }

    private ActorIdentity InRole(Actor person, ActorFact role)
    {
        var body = OfActor(role.Value);
        var office = actors.Office(role.Other);
        var sectors = Joined(body, office.Sectors);
        return new ActorIdentity(person.Name, body.Country, sectors, CameoOf(body, sectors), person.Id)
        {
            Role = office.Name,
            Person = person.Name,
        };
    }

    // Of several offices on one day: one in a state before one in a party, and the first entered before others.
    private ActorFact? CurrentRole(Actor person)
    {
        ActorFact? best = null;
        foreach (var f in person.Facts)
        {
            if (f.Kind != FactKind.Role || (day is { } d && !f.HoldsOn(d))) continue;
            if (best is null || (Weight(f) > Weight(best.Value))) best = f;
        }
        return best;

        int Weight(ActorFact f) => actors[f.Value].Kind switch { ActorKind.State => 2, ActorKind.Organisation => 1, _ => 0 };
    }

    private Actor? LastState(Actor person)
    {
        Actor? last = null;
        foreach (var f in person.Facts)
        {
            if (f.Kind != FactKind.Role) continue;
            var body = actors[f.Value];
            if (body.Kind == ActorKind.State) last = body;
            else if (last is null && body.On(Day, FactKind.Country) is { } c) last = actors[c.Value];
        }
        return last;
    }

    private bool HeldOfficeBefore(Actor person)
    {
        foreach (var f in person.Facts)
            if (f.Kind == FactKind.Role && f.To <= Day && actors.Office(f.Other).Sectors.Any(Powers.Contains)) return true;
        return false;
    }

    // Who the holder is can only be said where there is one: not of a governor or an ambassador among many.
    private Actor? HolderOn(ActorIdentity owner, Office office, int d)
    {
        if (office.HeldByMany || owner.ActorId is null || actors.Find(owner.ActorId) is not { } body) return null;
        Actor? holder = null;
        foreach (var h in actors.Holders(body.Index, office.Index))
        {
            if (!h.HoldsOn(d)) continue;
            if (holder is not null && holder.Index != h.Person) return null;
            holder = actors[h.Person];
        }
        return holder;
    }

    private static ImmutableArray<string> Former(ImmutableArray<string> sectors) => sectors.Any(Powers.Contains) ? ["ELI"] : sectors;

    // An organisation keeps its own sectors ahead (IGO), a state adds none.
    private static ImmutableArray<string> Joined(ActorIdentity owner, ImmutableArray<string> sectors)
    {
        if (owner.Sectors.IsEmpty || owner.Person is not null) return sectors;
        return owner.IsOrganisation
            ? [.. owner.Sectors.Concat(sectors.Where(s => s != "GOV")).Distinct()]
            : [.. owner.Sectors.Concat(sectors).Distinct()];
    }

    private static string? CameoOf(ActorIdentity owner, ImmutableArray<string> sectors)
    {
        if (owner.IsOrganisation) return owner.Cameo;
        return CameoActorCode.Build(owner.Country is { Length: 3 } ? owner.Country : null, sectors.AsSpan());
    }
}
