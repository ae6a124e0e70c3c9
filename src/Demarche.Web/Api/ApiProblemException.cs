using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Api;

/// <summary>Ends a request with a problem that names what is wrong and what to do.</summary>
public sealed class ApiProblemException(DeskProblem problem) : Exception(problem.Detail)
{
    public DeskProblem Problem { get; } = problem;

    public static ApiProblemException Parameter(string name, string detail, string remedy) =>
        new(new DeskProblem(StatusCodes.Status400BadRequest, "bad-parameter", "A parameter is wrong", detail, remedy, name));

    public static ApiProblemException Field(string name, string detail, string remedy) =>
        new(new DeskProblem(StatusCodes.Status400BadRequest, "bad-field", "A field of the body is wrong", detail, remedy, name));

    public static ApiProblemException NotFound(string detail, string remedy, string? parameter = null) =>
        new(new DeskProblem(StatusCodes.Status404NotFound, "not-found", "It is not in the ledger", detail, remedy, parameter));
}
