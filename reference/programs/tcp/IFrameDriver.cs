using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>What a <see cref="NicLink"/> asks of the card's driver.</summary>
internal interface IFrameDriver
{
    /// <summary>Memory for a list of frames, as large as <see cref="Nic.FrameList.MemorySize"/>, with any content.</summary>
    /// <returns>False if there is none.</returns>
    bool TryAllocate(out MemoryChunk memory);

    /// <summary>Gives the driver a list of frames to be sent, which is not empty. The memory is the driver's from then on.</summary>
    /// <param name="memory">Where the list is.</param>
    /// <param name="used">How many bytes it has.</param>
    /// <param name="next">Memory to be filled next.</param>
    /// <returns>False if the driver did not take it, or gave nothing back: then there is no memory.</returns>
    bool TrySend(MemoryChunk memory, int used, out MemoryChunk next);
}
