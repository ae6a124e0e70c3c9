namespace Demarche.Coding.Events;

/// <summary>An argument of a trigger.</summary>
/// <param name="Slot">See <see cref="Knowledge.Frames.Slots"/>.</param>
/// <param name="Near">False for what hangs on the object rather than on the trigger itself.</param>
public readonly record struct Argument(int Slot, int Token, bool Near);
