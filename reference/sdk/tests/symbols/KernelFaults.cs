using Euralios.Sdk.Symbols;

namespace Euralios.Sdk.Tests.Symbols;

/// <summary>Kernels that fail in QEMU, and what a person reads of it.</summary>
internal sealed class KernelFaults
{
    private static readonly Lazy<TestKernel> Faults = new(() => TestKernel.Build("Faults"));

    [Test]
    public void Explore()
    {
        foreach (string kind in (string[])["page", "index", "stub", "call"])
            TestContext.Out.WriteLine(Faults.Value.Filter(Faults.Value.Boot(kind)));
    }
}
