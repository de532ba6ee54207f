namespace Euralios.Grader.Boot;

/// <summary>The machine, or the kit's code in the guest, broke the rules of the boot. Never leaves this folder: it becomes <see cref="Ending.MachineError"/>.</summary>
internal sealed class MachineException(string message) : Exception(message);
