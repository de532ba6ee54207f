namespace Euralios.Grader.Boot;

/// <summary>The machine, or the kit's code in the guest, broke the rules of the boot. In a graded boot it becomes <see cref="Ending.MachineError"/>.</summary>
public sealed class MachineException(string message) : Exception(message);
