using Demarche.Intake;

namespace Demarche.Web.Engine;

/// <summary>What came in at the desk: reports that can be read, and what could not, by name.</summary>
/// <param name="More">True where there was more than the desk takes at once.</param>
public sealed record DeskInput(IReadOnlyList<IntakeDocument> Documents, IReadOnlyList<IntakeProblem> Problems, bool More)
{
    public static DeskInput Failed(string input, string name, string message, IntakeFailure kind) =>
        new([], [new IntakeProblem(input, null, name, message, kind)], false);
}

/// <summary>Reads what is dropped, pasted or linked, by the same intake as the command line and with tighter limits.</summary>
public static class DeskIntake
{
    /// <summary>Bytes of a file or page that the desk takes.</summary>
    public const long MostBytes = 8L << 20;

    /// <summary>Reports taken at once; larger collections are for <c>demarche ingest</c>.</summary>
    public const int MostDocuments = 200;

    private const string Private = "The address is private, loopback or link-local. The desk fetches public pages only: save the page and drop the file here.";

    private static IntakeOptions Options(DateOnly? date) => new()
    {
        Date = date,
        Limits = new IntakeLimits { DocumentBytes = MostBytes, RequestTime = TimeSpan.FromSeconds(20), Nesting = 2, ArchiveEntries = 2000 },
    };

    public static DeskInput FromFile(string name, byte[] content, DateOnly? date) =>
        Gather(name, new DocumentIntake().ReadStream(name, new MemoryStream(content), Options(date)));

    public static DeskInput FromText(string text, string? title, DateOnly? date)
    {
        if (string.IsNullOrWhiteSpace(text)) return DeskInput.Failed("text", "empty", "There is no text. Paste the report's words.", IntakeFailure.Missing);
        var body = System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        if (body.Length > MostBytes) return DeskInput.Failed("text", "document-too-large", $"The text is larger than {MostBytes >> 20} MB. Save it as a file and use demarche ingest.", IntakeFailure.Limit);
        var read = Gather("pasted text", new DocumentIntake().Read(["-"], Options(date) with { From = "text" }, new MemoryStream(body)));
        return string.IsNullOrWhiteSpace(title) ? read : read with { Documents = [.. read.Documents.Select(d => d with { Document = d.Document with { Title = title.Trim() } })] };
    }

    public static DeskInput FromLink(string link, DateOnly? date)
    {
        if (!Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return DeskInput.Failed(link, "not-a-link", "A link begins with http:// or https://.", IntakeFailure.Invalid);
        // Private, loopback and link-local addresses are refused by the fetcher: whoever uses the desk reaches no further than the web.
        var read = Gather(link, new DocumentIntake().Read([address.AbsoluteUri], Options(date)));
        return read with { Problems = [.. read.Problems.Select(p => p.Name == "private-address" ? p with { Message = Private } : p)] };
    }

    private static DeskInput Gather(string input, IEnumerable<IntakeResult> results)
    {
        var documents = new List<IntakeDocument>();
        var problems = new List<IntakeProblem>();
        foreach (var result in results)
        {
            if (documents.Count == MostDocuments) return new DeskInput(documents, problems, true);
            switch (result)
            {
                case IntakeDocument d:
                    documents.Add(d);
                    break;
                case IntakeProblem p:
                    problems.Add(p);
                    break;
                case IntakeSkipped s:
                    problems.Add(new IntakeProblem(s.Input, s.Line, "other-language", $"Its language is '{s.Language}'; Demarche reads English.", IntakeFailure.Invalid));
                    break;
                default:
                    throw new InvalidOperationException($"intake gave a {result.GetType().Name}, which the desk does not know");
            }
        }
        if (documents.Count == 0 && problems.Count == 0) problems.Add(new IntakeProblem(input, null, "empty", "Nothing to read is in it.", IntakeFailure.Missing));
        return new DeskInput(documents, problems, false);
    }
}
