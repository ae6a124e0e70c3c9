using System.Xml;
using Demarche.Intake.Text;

namespace Demarche.Intake.Feeds;

/// <summary>The feeds that an OPML file names, or a text file with an address a line; in order, each once.</summary>
public static class FeedList
{
    private const int Longest = 16 << 20;

    /// <exception cref="IntakeException"><c>missing-input</c>, <c>invalid-opml</c>, <c>xml-entities</c> or <c>no-feeds</c>.</exception>
    public static IReadOnlyList<Uri> Read(string path)
    {
        if (!File.Exists(path)) throw new IntakeException("missing-input", "There is no such file.", IntakeFailure.Missing);
        if (new FileInfo(path).Length > Longest) throw IntakeException.TooLarge(Longest);
        return Parse(TextDecoder.DecodePage(File.ReadAllBytes(path), null));
    }

    internal static IReadOnlyList<Uri> Parse(string text)
    {
        var feeds = text.TrimStart().StartsWith('<') ? Outlines(text) : text.Split('\n').Select(l => l.Trim()).Where(l => !l.StartsWith('#'));
        var list = feeds.Select(f => Uri.TryCreate(f, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri : null)
            .OfType<Uri>().Distinct().ToList();
        return list.Count > 0
            ? list
            : throw new IntakeException("no-feeds", "No feed is named: give outlines with xmlUrl, or an http address a line.", IntakeFailure.Invalid);
    }

    private static List<string> Outlines(string text)
    {
        SafeXml.RefuseEntities(text);
        var found = new List<string>();
        try
        {
            using var xml = XmlReader.Create(new StringReader(text), SafeXml.Settings(Longest));
            while (xml.Read())
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "outline" && (xml.GetAttribute("xmlUrl") ?? xml.GetAttribute("xmlurl")) is { } url)
                    found.Add(url.Trim());
        }
        catch (XmlException e)
        {
            throw new IntakeException("invalid-opml", $"Not well-formed XML at line {e.LineNumber}, column {e.LinePosition}.", IntakeFailure.Invalid, e.LineNumber, e);
        }

        return found;
    }
}
