using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Euralios.Grader.Boot;

/// <summary>
/// The gdb remote serial protocol, as much of it as a boot needs. The guest stands still except between <see cref="Resume"/> and the end of
/// the task it returns; every other command belongs outside of that time.
/// </summary>
internal sealed class GdbClient(Socket socket) : IDisposable
{
    /// <summary>Bytes of memory a packet: QEMU takes 4096 characters, two a byte, beside the command.</summary>
    public const int Chunk = 1024;

    private readonly byte[] _buffer = new byte[8192];
    private int _start, _end;

    /// <summary>Sends a command and returns its reply.</summary>
    public async Task<string> AskAsync(string command, CancellationToken cancellation)
    {
        await SendAsync(command, cancellation);
        return await ReceiveAsync(cancellation);
    }

    /// <summary>Sends a command that must be answered with <c>OK</c>.</summary>
    public async Task CommandAsync(string command, CancellationToken cancellation)
    {
        string reply = await AskAsync(command, cancellation);
        if (reply != "OK")
            throw new MachineException($"QEMU's gdb stub answers \"{reply}\" to {command}");
    }

    /// <summary>Lets the guest run. The task ends when it stands again.</summary>
    public async Task<StopReason> Resume(CancellationToken cancellation)
    {
        await SendAsync("c", cancellation);
        return await StopAsync(cancellation);
    }

    /// <summary>Runs one instruction, over a breakpoint too.</summary>
    public async Task<StopReason> StepAsync(CancellationToken cancellation)
    {
        await SendAsync("s", cancellation);
        return await StopAsync(cancellation);
    }

    /// <summary>Asks a running guest to stop. The task of <see cref="Resume"/> tells when it did, and why: it may have stopped by itself first.</summary>
    public async Task InterruptAsync(CancellationToken cancellation) => await socket.SendAsync(new byte[] { 0x03 }, cancellation);

    /// <summary>Stops the guest before it executes the instruction at an address.</summary>
    public Task BreakAsync(ulong address, CancellationToken cancellation) => CommandAsync($"Z0,{address:x},1", cancellation);

    /// <summary>Takes a breakpoint back.</summary>
    public Task UnbreakAsync(ulong address, CancellationToken cancellation) => CommandAsync($"z0,{address:x},1", cancellation);

    /// <summary>Reads virtual memory; null where it is not mapped.</summary>
    public async Task<byte[]?> ReadAsync(ulong address, int length, CancellationToken cancellation)
    {
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; done += Chunk)
        {
            int count = Math.Min(Chunk, length - done);
            string reply = await AskAsync($"m{address + (ulong)done:x},{count:x}", cancellation);
            if (reply.Length != 2 * count)
                return null;
            Convert.FromHexString(reply).CopyTo(bytes, done);
        }
        return bytes;
    }

    /// <summary>Writes virtual memory; false where it is not mapped.</summary>
    public async Task<bool> WriteAsync(ulong address, byte[] bytes, CancellationToken cancellation) =>
        await AskAsync($"M{address:x},{bytes.Length:x}:{Convert.ToHexStringLower(bytes)}", cancellation) == "OK";

    /// <summary>Writes four bytes at a physical address, which may be a device's register.</summary>
    public async Task WritePhysicalAsync(ulong address, uint value, CancellationToken cancellation)
    {
        byte[] bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        await CommandAsync("Qqemu.PhyMemMode:1", cancellation);
        await WriteAsync(address, bytes, cancellation);
        await CommandAsync("Qqemu.PhyMemMode:0", cancellation);
    }

    public void Dispose() => socket.Dispose();

    private async Task SendAsync(string command, CancellationToken cancellation)
    {
        int sum = 0;
        foreach (char c in command)
            sum += c;
        byte[] packet = Encoding.ASCII.GetBytes($"${command}#{(byte)sum:x2}");
        await socket.SendAsync(packet, cancellation);
    }

    private async Task<StopReason> StopAsync(CancellationToken cancellation)
    {
        try
        {
            string reply = await ReceiveAsync(cancellation);
            return reply[..Math.Min(3, reply.Length)] switch
            {
                "T05" => StopReason.Breakpoint,
                "T02" => StopReason.Interrupted,
                "T03" => StopReason.Shutdown,
                ['W', ..] => StopReason.Exited,
                _ => throw new MachineException($"QEMU's gdb stub reports \"{reply}\""),
            };
        }
        catch (Exception e) when (e is EndOfStreamException or SocketException)
        {
            return StopReason.Exited;
        }
    }

    /// <summary>The next packet's payload.</summary>
    private async Task<string> ReceiveAsync(CancellationToken cancellation)
    {
        string? payload;
        while ((payload = TakePacket()) is null)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            int count = await socket.ReceiveAsync(_buffer.AsMemory(_end), cancellation);
            if (count == 0)
                throw new EndOfStreamException("QEMU closed its gdb stub");
            _end += count;
        }
        return payload;
    }

    /// <summary>
    /// Takes a packet, <c>$payload#checksum</c>, from what has been received; null until there is a whole one. The transport is reliable, so
    /// the checksum is not looked at, and the next command acknowledges.
    /// </summary>
    private string? TakePacket()
    {
        ReadOnlySpan<byte> received = _buffer.AsSpan(_start, _end - _start);
        int start = received.IndexOf((byte)'$') + 1;
        int length = received[start..].IndexOf((byte)'#');
        if (start == 0 || length < 0 || received.Length < start + length + 3)
            return null;
        _start += start + length + 3;
        ReadOnlySpan<byte> payload = received.Slice(start, length);
        return payload.ContainsAny((byte)'}', (byte)'*') ? Unescape(payload) : Encoding.ASCII.GetString(payload);
    }

    /// <summary>A brace escapes the byte behind it, an asterisk repeats the one before it.</summary>
    private static string Unescape(ReadOnlySpan<byte> payload)
    {
        var text = new StringBuilder();
        for (int i = 0; i < payload.Length; i++)
        {
            if (payload[i] == '}')
                text.Append((char)(payload[++i] ^ 0x20));
            else if (payload[i] == '*')
                text.Append(text[^1], payload[++i] - 29);
            else
                text.Append((char)payload[i]);
        }
        return text.ToString();
    }
}

/// <summary>Why a resumed guest stands again.</summary>
internal enum StopReason
{
    /// <summary>It is about to execute an instruction with a breakpoint, or has made its single step.</summary>
    Breakpoint,

    /// <summary>It was asked to.</summary>
    Interrupted,

    /// <summary>It reset or powered off; the processor is as it was then.</summary>
    Shutdown,

    /// <summary>QEMU is gone, or going.</summary>
    Exited,
}
