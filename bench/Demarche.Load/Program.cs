using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

// Many clients of the desk's API at once: errors, throughput, and how long answers take.
// usage: dotnet run -c Release --project bench/Demarche.Load -- http://127.0.0.1:5410 [clients] [seconds]
if (args.Length == 0 || !Uri.TryCreate(args[0], UriKind.Absolute, out var desk) || !desk.IsLoopback)
{
    Console.Error.WriteLine("usage: Demarche.Load ADDRESS [CLIENTS] [SECONDS], with an address of this machine");
    return 2;
}
var clients = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50;
var seconds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 60;

string[] paths =
[
    "api/events?limit=50", "api/events?actor=RUS&limit=50", "api/events?actor=USA&since=2022-01-01&until=2022-12-31&limit=100", "api/events?type=17&order=oldest&limit=50",
    "api/events?place=UKR&limit=50", "api/events?text=embassy&limit=20", "api/measures?limit=50", "api/measures?actor=RUS&limit=50", "api/measures?unanswered=true&limit=20",
    "api/exchanges?a=USA&b=RUS", "api/relations/USA/RUS/series", "api/relations/RUS/UKR/series?by=week&since=2021-01-01", "api/relations/USA/RUS/state", "api/actors?limit=50",
    "api/dyads?actor=RUS&limit=50", "api/search?q=embassy&limit=20", "api/documents?limit=50", "api/changes?cursor=0&limit=100", "api/changes.atom?kind=diplomats_expelled", "api/health",
];
using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = desk };
foreach (var path in paths) (await http.GetAsync(path)).EnsureSuccessStatusCode();

var times = new ConcurrentDictionary<string, ConcurrentBag<double>>();
var errors = new ConcurrentBag<string>();
var bytes = 0L;
using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
var clock = Stopwatch.StartNew();
await Task.WhenAll(Enumerable.Range(0, clients).Select(Client));
var elapsed = clock.Elapsed.TotalSeconds;

var all = times.Values.SelectMany(t => t).Order().ToArray();
Line($"{clients} clients, {elapsed:0.0} s: {all.Length:N0} answers, {all.Length / elapsed:0}/s, {bytes / 1e6 / elapsed:0.0} MB/s, {errors.Count} errors");
Line($"ms: p50 {At(all, .5):0.0}, p95 {At(all, .95):0.0}, p99 {At(all, .99):0.0}, longest {all[^1]:0.0}");
foreach (var (path, t) in times.OrderByDescending(t => t.Value.Average()))
{
    var sorted = t.Order().ToArray();
    Line($"{sorted.Length,8:N0}  mean {sorted.Average(),7:0.0}  p99 {At(sorted, .99),7:0.0}  {path}");
}
foreach (var error in errors.Distinct().Take(10)) Line($"error: {error}");
return errors.IsEmpty ? 0 : 1;

async Task Client(int number)
{
    // Each walks the paths from a place of its own, so that all are asked at all times.
    for (var i = number; !stop.IsCancellationRequested; i++)
    {
        var path = paths[i % paths.Length];
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await http.GetAsync(path, stop.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(stop.Token);
            times.GetOrAdd(path, _ => []).Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            Interlocked.Add(ref bytes, body.Length);
            if (answer.StatusCode != HttpStatusCode.OK) errors.Add($"{path}: {(int)answer.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            errors.Add($"{path}: {e.Message}");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The time is up.
        }
    }
}

static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
