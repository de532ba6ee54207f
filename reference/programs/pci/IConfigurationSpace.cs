namespace Euralios.Programs.Pci;

/// <summary>The configuration registers of all functions on all buses (PCI Local Bus Specification 3.0, chapter 6).</summary>
internal interface IConfigurationSpace
{
    /// <summary>Reads register 0 to 63; all ones where there is no function.</summary>
    uint Read(FunctionAddress function, int register);

    void Write(FunctionAddress function, int register, uint value);
}
