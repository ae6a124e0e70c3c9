namespace Demarche.Web.Components.Charts;

/// <summary>
/// Places the nodes of a small graph so that those with an edge lie near: repulsion between all, attraction along edges, and a
/// pull to the middle that keeps loose parts in sight. After Fruchterman and Reingold, Software: Practice and Experience 21 (1991).
/// The same graph always gets the same places.
/// </summary>
public static class ForceLayout
{
    private const int Rounds = 250;
    private const double Pull = 1.1;

    /// <summary>Distances from the middle are raised to this: the crowded middle is spread, what lies far off is drawn in.</summary>
    private const double Lens = 0.72;

    /// <param name="nodes">Number of nodes, the weightiest first: they begin in the middle.</param>
    /// <param name="edges">Pairs of nodes; directions and repetitions do not matter.</param>
    public static (double X, double Y)[] Place(int nodes, IReadOnlyList<(int A, int B)> edges)
    {
        // The unit is the distance at which attraction and repulsion are even. The plane is wider than high, as screens are.
        var at = new (double X, double Y)[nodes];
        for (var i = 0; i < nodes; i++)
        {
            var (angle, radius) = (i * 2.399963, .7 * Math.Sqrt(i));
            at[i] = (radius * Math.Cos(angle) * 1.3, radius * Math.Sin(angle));
        }
        var distinct = edges.Where(e => e.A != e.B).Select(e => (A: Math.Min(e.A, e.B), B: Math.Max(e.A, e.B))).Distinct().ToList();
        var force = new (double X, double Y)[nodes];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(force);
            Repel(at, force);
            foreach (var (a, b) in distinct)
            {
                var (dx, dy) = (at[b].X - at[a].X, at[b].Y - at[a].Y);
                var length = Math.Sqrt(dx * dx + dy * dy);
                Push(force, a, dx * length, dy * length);
                Push(force, b, -dx * length, -dy * length);
            }
            var step = 1.2 * Math.Sqrt(nodes) / 6 * (1 - round / (double)Rounds) + .01;
            for (var i = 0; i < nodes; i++)
            {
                var (fx, fy) = (force[i].X - Pull * at[i].X * .75, force[i].Y - Pull * at[i].Y * 1.25);
                var size = Math.Sqrt(fx * fx + fy * fy);
                if (size > 0) at[i] = (at[i].X + fx / size * Math.Min(size, step), at[i].Y + fy / size * Math.Min(size, step));
            }
        }
        return Spread(at);
    }

    private static (double X, double Y)[] Spread((double X, double Y)[] at) => Array.ConvertAll(at, p =>
    {
        var radius = Math.Sqrt(p.X * p.X + p.Y * p.Y);
        var factor = radius > 0 ? Math.Pow(radius, Lens) / radius : 1;
        return (p.X * factor, p.Y * factor);
    });

    private static void Repel((double X, double Y)[] at, (double X, double Y)[] force)
    {
        for (var i = 0; i < at.Length; i++)
            for (var j = i + 1; j < at.Length; j++)
            {
                var (dx, dy) = (at[j].X - at[i].X, at[j].Y - at[i].Y);
                var square = Math.Max(dx * dx + dy * dy, 1e-4);
                Push(force, i, -2 * dx / square, -2 * dy / square);
                Push(force, j, 2 * dx / square, 2 * dy / square);
            }
    }

    private static void Push((double X, double Y)[] force, int i, double x, double y) => force[i] = (force[i].X + x, force[i].Y + y);
}
