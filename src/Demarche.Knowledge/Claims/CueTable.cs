using System.Runtime.InteropServices;
using Demarche.Knowledge.Artefact;

namespace Demarche.Knowledge.Claims;

/// <summary>The cues of claims by their first word. Immutable.</summary>
public sealed class CueTable
{
    private readonly Dictionary<string, CueEntry[]>[] _byKind = [new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal)];

    internal CueTable(SectionReader reader)
    {
        var classes = reader.Strings();
        var words = reader.Strings();
        var rows = reader.Array<CueRow>();
        // Longer ones first: "point out" before "point".
        foreach (var group in rows.GroupBy(r => (r.Kind, r.Lemma)))
        {
            _byKind[(int)group.Key.Kind][words[group.Key.Lemma]] =
            [
                .. group.Select(r => new CueEntry(r.Kind, words[r.Lemma], r.Rest < 0 ? "" : words[r.Rest], classes[r.Class], r.Asserted != 0, r.Takes))
                    .OrderByDescending(e => e.Rest.Length),
            ];
        }
    }

    /// <summary>The entries that begin with the lemma, those of more words first; empty where there is none.</summary>
    public ReadOnlySpan<CueEntry> Of(CueKind kind, string lemma) => _byKind[(int)kind].TryGetValue(lemma, out var e) ? e : [];

    /// <summary>The first class of a verb, or null where it is no cue.</summary>
    public string? ClassOfVerb(string lemma) => Of(CueKind.Verb, lemma) is [.., var last] ? last.Class : null;
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct CueRow
{
    public int Lemma;
    public int Rest;
    public int Class;
    public CueKind Kind;
    public CueComplements Takes;
    public byte Asserted;
}
