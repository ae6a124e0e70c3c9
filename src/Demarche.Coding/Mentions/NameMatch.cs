using Demarche.Knowledge.Names;

namespace Demarche.Coding.Mentions;

/// <summary>A form of the knowledge found in a sentence.</summary>
/// <param name="First">Index of its first token, <paramref name="Last"/> of its last.</param>
/// <param name="Senses">Those that hold on the day and suit the way it is written; at least one.</param>
internal readonly record struct NameMatch(int First, int Last, Sense[] Senses);
