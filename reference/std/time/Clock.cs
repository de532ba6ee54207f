namespace Euralios.Std;

/// <summary>The time, without a system call.</summary>
public static unsafe class Clock
{
    private const ulong PageAddress = 0x4FF_F000;

    /// <summary>Microseconds since the boot.</summary>
    public static ulong Microseconds
    {
        get
        {
            KernelInfo info = KernelInfo.Read((KernelInfo*)PageAddress);
            return info.Microseconds(MachineCode.ReadTimeStamp());
        }
    }

    /// <summary>The processor's time stamp counter.</summary>
    public static ulong TimeStamp => MachineCode.ReadTimeStamp();
}
