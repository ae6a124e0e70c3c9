namespace Demarche.Web.Tests;

/// <summary>Reads RFC 4180 by its grammar, apart from the library that writes it.</summary>
internal static class Csv
{
    public static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>> { new() };
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
                else quoted = false;
            }
            else if (c == '"') quoted = true;
            else if (c == ',') Close();
            else if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
                Close();
                rows.Add([]);
            }
            else field.Append(c);
        }
        if (rows[^1].Count == 0 && field.Length == 0) rows.RemoveAt(rows.Count - 1);
        else Close();
        return rows;

        void Close()
        {
            rows[^1].Add(field.ToString());
            field.Clear();
        }
    }
}
