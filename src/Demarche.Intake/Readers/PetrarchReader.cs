using System.Text;
using System.Xml;
using Demarche.Intake.Text;
using Demarche.Language;

namespace Demarche.Intake.Readers;

/// <summary>
/// The XML that PETRARCH reads: <c>Sentence</c> elements (or <c>Article</c>) with <c>date</c>, <c>id</c>, <c>source</c>, and
/// <c>sentence="True"</c> where the text is one sentence. Parses inside are passed over: we make our own.
/// </summary>
internal sealed class PetrarchReader : IDocumentReader
{
    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        SafeXml.RefuseEntities(Encoding.Latin1.GetString(source.Head.Span));
        using var xml = XmlReader.Create(source.Content, SafeXml.Settings(0));
        while (Next(xml)) yield return Guarded(() => Story(xml, source.Name, session.Limits));
    }

    private static bool Next(XmlReader xml) => Guarded(() =>
    {
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Sentence" or "Article" && xml.NodeType == XmlNodeType.Element) return true;
        return false;
    });

    private static IntakeResult Story(XmlReader xml, string input, IntakeLimits limits)
    {
        var line = (xml as IXmlLineInfo)?.LineNumber;
        var (id, day, publisher) = (xml.GetAttribute("id"), xml.GetAttribute("date"), xml.GetAttribute("source"));
        var whole = string.Equals(xml.GetAttribute("sentence"), "true", StringComparison.OrdinalIgnoreCase);
        var text = Text(xml, limits);
        if (text.Length == 0) return new IntakeProblem(input, line, "empty-text", "The story has no Text.", IntakeFailure.Invalid);
        var date = DateText.Parse(day);
        if (date is null && !string.IsNullOrWhiteSpace(day))
            return new IntakeProblem(input, line, "invalid-date", "The story's date is not one of the form YYYYMMDD.", IntakeFailure.Invalid);
        var read = (IntakeDocument)RecordFields.Document(input, line, id, date, text, null, publisher, null, null);
        return whole ? read with { Sentences = [new Span(0, text.Length)] } : read;
    }

    /// <summary>What stands in the <c>Text</c> child, white space at its ends aside; the reader ends behind the story.</summary>
    private static string Text(XmlReader xml, IntakeLimits limits)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var text = new StringBuilder();
        var inText = 0;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "Text" && !xml.IsEmptyElement:
                    inText++;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "Text":
                    inText--;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText > 0:
                    text.Append(xml.Value);
                    if (text.Length > limits.DocumentBytes) throw IntakeException.TooLarge(limits.DocumentBytes);
                    break;
            }
        }

        return text.ToString().Trim();
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw new IntakeException("invalid-xml", $"Not well-formed XML at line {e.LineNumber}, column {e.LinePosition}.", IntakeFailure.Invalid, e.LineNumber, e);
        }
    }
}
