namespace Demarche.Web.Hosting;

/// <summary>The desk cannot be served as asked; the message says what to do.</summary>
public sealed class DeskException(string message, Exception? cause = null) : Exception(message, cause);
