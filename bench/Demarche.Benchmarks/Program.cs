using BenchmarkDotNet.Running;

// dotnet run --project bench/Demarche.Benchmarks -c Release -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Demarche.Benchmarks.NewsSample).Assembly).Run(args);
