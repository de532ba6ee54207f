namespace Merriwig.Lab;

/// <summary>A device behind ports: the machine's, or a simulated one.</summary>
internal interface IPortDevice
{
    /// <summary>Reads a register of 1, 2 or 4 bytes.</summary>
    uint Read(int register, int size);

    /// <summary>Writes a register of 1, 2 or 4 bytes.</summary>
    void Write(int register, int size, uint value);

    /// <summary>The driver did what none may do; it comes to nothing.</summary>
    void Refuse(string because);
}
