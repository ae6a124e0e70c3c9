using System.Text.RegularExpressions;

namespace Demarche.Intake.Html;

/// <summary>Drops blocks that are furniture by what they hold: links only, calls to act, credits, a repeated or closing line.</summary>
internal static partial class BlockFilter
{
    public static List<Block> Keep(List<Block> blocks, string? title)
    {
        var kept = new List<Block>(blocks.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var b in blocks)
        {
            if (LinkedOnly(b) || (b.Text.Length < 250 && Call().IsMatch(b.Text)) || (b.Text.Length < 160 && Credit().IsMatch(b.Text))) continue;
            if (b.Text.Length > 40 && !seen.Add(b.Text)) continue;
            if (!b.Text.Any(char.IsLetterOrDigit)) continue;
            kept.Add(b);
        }

        TrimStart(kept, title);
        TrimEnd(kept);
        return kept;
    }

    private static bool LinkedOnly(Block b)
    {
        var letters = b.Text.Count(c => !char.IsWhiteSpace(c));
        if (b.IsHeading && b.Element.ParentElement?.LocalName != "li") return false;
        return b.Linked > letters * 0.8 && (b.Text.Length < 200 || b.Linked == letters);
    }

    /// <summary>The headline again, and the line of names and dates below it.</summary>
    private static void TrimStart(List<Block> blocks, string? title)
    {
        for (var i = 0; i < Math.Min(4, blocks.Count);)
        {
            var b = blocks[i];
            if ((title is not null && b.Text.Length <= title.Length + 20 && Same(b.Text, title)) || (b.Text.Length < 120 && Byline().IsMatch(b.Text)))
                blocks.RemoveAt(i);
            else i++;
        }
    }

    private static void TrimEnd(List<Block> blocks)
    {
        while (blocks.Count > 1 && (blocks[^1].IsHeading || blocks[^1].Text.Length < 400 && Closing().IsMatch(blocks[^1].Text)))
            blocks.RemoveAt(blocks.Count - 1);
    }

    private static bool Same(string a, string b)
    {
        var x = a.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);
        var y = b.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);
        return x.SequenceEqual(y);
    }

    [GeneratedRegex(
        @"^\W*(adverts?$|you (may|might) also (like|be interested)|\[\w+ [^\]]*\]|(advertisement|advertising|sponsored|loading)\b.{0,25}$|related( (stories|articles|content|topics|links|coverage|news|posts|video))?\s*[:\-–—]?\s*$|related( (story|stories|article|articles|coverage|content))?\s*:|read (more|also|next|this)\s*($|[:\-–—|])|also read\b|see also\b|(more|don.t miss|recommended|watch|listen|video|photos|gallery|podcast|exclusive)\s*:|(click|tap) here\b|sign up (for|to|here)|subscribe (to|now|here|for)|follow (us|me|him|her|@)|like us on|share (this|on|via)|(story|article) continues|continue reading|(scroll (down|to)|keep reading)\b.{0,60}$|skip (to|advert)|top of page|back to top|play video|video caption|media caption|image caption|view (gallery|comments|all)|show comments|leave a (comment|reply)|comments?\s*\(?\d*\)?$|print (this )?article|download (the|our) app|get (our|the latest) .{0,60}(newsletter|inbox|alerts))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Call();

    [GeneratedRegex(
        @"^\W*(photo|photos|image|images|picture|file photo|credit|photograph|illustration|source|video)\s*(by|credit|courtesy|copyright|:|/)|\b(getty images?|shutterstock|istock|reuters/|ap photo|afp/|file photo|via getty|epa/|pa (media|wire))\b[^.!?]*\.?\)?$|^\W*(©|\(c\)\s|copyright\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    [GeneratedRegex(
        @"^(by\s+\p{Lu}|published\b|updated\b|last (updated|modified)\b|posted\b|first published\b|\d+ (min|minute)s?( read)?$|(mon|tues|wednes|thurs|fri|satur|sun)day,? |(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2},? \d{4})(?:[^.!?]|\b\p{L}\.)*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(
        @"^\W*(tags?|filed under|topics?|categories|category|labels?)\s*:|^\W*(read|see|find|get|learn|discover) (more|the latest|all)\b.{0,120}$|\b(contributed to this (report|story|article)|contact the (author|reporter|writer)|follow \w+ \w* ?on twitter|is an? .{0,60}(reporter|editor|correspondent|columnist|writer|journalist) (at|for|with|based)|all rights reserved|may not be published, broadcast|originally (published|appeared)|newsletter|your inbox|terms of (use|service)|privacy policy|(editing|reporting|writing) by)\b|@\w+\.?$|^\W*(©|copyright\b)|^[^a-z]{1,40}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
