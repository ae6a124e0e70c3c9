using System.Xml;

namespace Demarche.Intake.Text;

/// <summary>XML readers that follow no reference out of the file and expand no entity of its own.</summary>
internal static class SafeXml
{
    public static XmlReaderSettings Settings(long limit) => new()
    {
        // A DOCTYPE without declarations of its own is common in old feeds and does no harm unread.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 0,
        MaxCharactersInDocument = limit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <exception cref="IntakeException"><c>xml-entities</c>: the text declares entities of its own.</exception>
    public static void RefuseEntities(ReadOnlySpan<char> text)
    {
        var doctype = text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        if (doctype < 0) return;
        if (text[doctype..].Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase))
            throw new IntakeException(
                "xml-entities", "The XML declares entities of its own, which could reach into this machine. Remove its DOCTYPE.", IntakeFailure.Refused);
    }

    /// <summary>The text without its DOCTYPE, for parsers whose settings are not ours to make.</summary>
    public static string WithoutDoctype(string text)
    {
        RefuseEntities(text);
        var at = text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return text;
        var end = text.IndexOf('>', at);
        return end < 0 ? text[..at] : text.Remove(at, end - at + 1);
    }
}
