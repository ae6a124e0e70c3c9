using System.Globalization;
using System.Text;
using System.Xml;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Api;

/// <summary>The latest changes as an Atom feed. An event keeps its id for ever, so that a reader shows a changed one as updated.</summary>
internal static class ChangeFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";
    private const int Entries = 50;
    private const int InWindow = 500;

    public static async Task Write(HttpContext context, ILedger ledger)
    {
        var filter = ChangeFilter.Read(new ApiQuery(context, ledger));
        if (context.RequestServices.GetRequiredService<LedgerStamp>().IsKnown(context, "atom")) return;
        var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            Feed(xml, context.Request, Latest(ledger, filter), new Times(ledger));
        context.Response.ContentType = AnswerFormat.MediaType("atom") + "; charset=utf-8";
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The last window of changes; where a filter is given, the events that it takes by their latest change.</summary>
    private static List<LedgerChange> Latest(ILedger ledger, ChangeFilter filter)
    {
        var recent = ledger.Changes(Math.Max(0, ledger.LastChange() - InWindow), InWindow).Changes;
        // What is withdrawn has no fields left to look for: it is told of while it is recent, whatever the filter.
        var changes = filter.IsOpen
            ? recent
            : recent.Where(c => c.Event is null).Concat(
                ledger.Events(filter.ToQuery() with { Order = EventOrder.LatestChangeFirst, Limit = Entries })
                    .Select(e => new LedgerChange(e.ChangedAt, ChangeKind.Changed, e.Id, e, null)));
        return [.. changes.OrderByDescending(c => c.Cursor).Take(Entries)];
    }

    private static void Feed(XmlWriter xml, HttpRequest request, List<LedgerChange> changes, Times times)
    {
        var site = $"{request.Scheme}://{request.Host.Value}{request.PathBase}";
        var self = $"{site}{request.Path}{request.QueryString}";
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "at", null, Tombstones);
        // The filter is what makes the feed; the address under which the desk is reached may change.
        Element(xml, "id", "urn:demarche:changes" + (request.QueryString.HasValue ? ":" + Uri.EscapeDataString(request.QueryString.Value![1..]) : ""));
        Element(xml, "title", request.QueryString.HasValue ? $"Demarche: changes where {Uri.UnescapeDataString(request.QueryString.Value![1..].Replace('&', ' '))}" : "Demarche: changes");
        Element(xml, "updated", Time(changes.Count > 0 ? changes.Max(times.Of) : DateTimeOffset.UnixEpoch));
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", "Demarche");
        xml.WriteEndElement();
        Link(xml, "self", self, "application/atom+xml");
        Link(xml, "alternate", site + "/", "text/html");
        foreach (var change in changes)
        {
            if (change.Event is { } e) Entry(xml, site, change, e, times);
            else Tombstone(xml, change, times);
        }
        xml.WriteEndElement();
    }

    private static void Entry(XmlWriter xml, string site, LedgerChange change, LedgerEvent e, Times times)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", "urn:demarche:event:" + e.Id);
        Element(xml, "title", TitleOf(e));
        Element(xml, "updated", Time(times.Of(change)));
        Link(xml, "alternate", $"{site}/event/{e.Id}", "text/html");
        Link(xml, "related", $"{site}/api/events/{e.Id}", "application/json");
        Category(xml, "urn:demarche:cameo", e.Type.Cameo, e.Type.Label);
        if (e.MeasureKind is { } kind) Category(xml, "urn:demarche:measure", kind, kind.Replace('_', ' '));
        Category(xml, "urn:demarche:status", e.Status.Name(), null);
        Category(xml, "urn:demarche:review", e.Review.ToString().ToLowerInvariant(), null);
        xml.WriteStartElement("summary", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Clean($"{(e.Day is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "undated")}, {e.Status.Name()}, {e.Reports} independent report{(e.Reports == 1 ? "" : "s")} ({string.Join(", ", e.Publishers)}): {e.Sentence}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Tombstone(XmlWriter xml, LedgerChange change, Times times)
    {
        xml.WriteStartElement("at", "deleted-entry", Tombstones);
        xml.WriteAttributeString("ref", "urn:demarche:event:" + change.EventId);
        xml.WriteAttributeString("when", Time(times.Of(change)));
        xml.WriteElementString("at", "comment", Tombstones, change.MergedInto is { } into ? $"merged into urn:demarche:event:{into}" : "withdrawn");
        xml.WriteEndElement();
    }

    private static string TitleOf(LedgerEvent e) =>
        $"{e.Source?.Name ?? "?"} → {e.Target?.Name ?? "?"}: {e.MeasureKind?.Replace('_', ' ') ?? e.Type.Label}{(e.Count is { } n ? string.Create(CultureInfo.InvariantCulture, $" ({n})") : "")}";

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Clean(text));

    private static void Link(XmlWriter xml, string rel, string href, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string scheme, string term, string? label)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("scheme", scheme);
        xml.WriteAttributeString("term", term);
        if (label is not null) xml.WriteAttributeString("label", label);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reports may hold characters that XML cannot.</summary>
    private static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF')) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append('\uFFFD');
        }
        return clean.ToString();
    }

    /// <summary>
    /// When a change was made: the ledger counts changes and keeps no clock for them, so it is the end of the run that last coded the
    /// event's main report, or the latest correction that touches it.
    /// </summary>
    private sealed class Times(ILedger ledger)
    {
        private readonly Dictionary<long, DateTimeOffset> _runs = ledger.Runs().ToDictionary(r => r.Number, r => r.Ended ?? r.Started);
        private readonly Dictionary<long, DateTimeOffset> _known = [];

        public DateTimeOffset Of(LedgerChange change) => _known.TryGetValue(change.Cursor, out var time) ? time : _known[change.Cursor] = Find(change);

        private DateTimeOffset Find(LedgerChange change)
        {
            var last = _runs.Count > 0 ? _runs.Values.Max() : DateTimeOffset.UnixEpoch;
            if (change.Event is not { } e) return last;
            var time = ledger.FindDocument(e.DocumentId) is { } d ? _runs.GetValueOrDefault(d.Run, last) : last;
            return e.Review == ReviewState.Proposed ? time : ledger.Corrections(e.Id).Select(c => c.Time).Append(time).Max();
        }
    }
}
