using System;
using System.Runtime.InteropServices;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>Memory for the simulated chip on the host. A case's is never freed: the program is over before that matters.</summary>
internal static unsafe class DeviceAreas
{
    private const int Alignment = 4096;

    internal static DeviceArea New(int length, uint address)
    {
        void* memory = NativeMemory.AlignedAlloc((nuint)length, Alignment);
        new Span<byte>(memory, length).Clear();
        return new DeviceArea(new MemoryChunk((ulong)memory), address, length);
    }
}
