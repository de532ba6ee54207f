namespace Euralios.Std;

/// <summary>What an item of a message is.</summary>
public enum ItemKind : byte
{
    /// <summary>A number.</summary>
    Value = 0,

    /// <summary>A handle, which moves with the message.</summary>
    Handle = 1,

    /// <summary>A chunk of memory, which moves with the message.</summary>
    Memory = 2,

    /// <summary>Something that could not be delivered; the value is the error.</summary>
    Error = 3,
}

/// <summary>An item of a message.</summary>
public readonly struct MessageItem(ItemKind kind, ulong value)
{
    public ItemKind Kind { get; } = kind;

    /// <summary>The number, the handle's number, the chunk's address, or the error.</summary>
    public ulong Value { get; } = value;

    /// <summary>The item as a handle, if it is one.</summary>
    public bool IsHandle(out Handle handle)
    {
        handle = new Handle((uint)Value);
        return Kind == ItemKind.Handle;
    }

    /// <summary>The item as memory, if it is some.</summary>
    public bool IsMemory(out MemoryChunk chunk)
    {
        chunk = new MemoryChunk(Value);
        return Kind == ItemKind.Memory;
    }

    public static implicit operator MessageItem(ulong value) => new(ItemKind.Value, value);

    public static implicit operator MessageItem(Handle handle) => new(ItemKind.Handle, handle.Number);

    public static implicit operator MessageItem(MemoryChunk chunk) => new(ItemKind.Memory, chunk.Address);
}

/// <summary>A message: a tag that says what it means (<see cref="Tags"/>), and two items.</summary>
public readonly struct Message(ulong tag, MessageItem first = default, MessageItem second = default)
{
    // RAX: whether there is anything but values, then what the items are.
    private const ulong Long = 0x100;
    private const int FirstKindShift = 9;
    private const int SecondKindShift = 11;
    private const ulong KindMask = 3;

    public ulong Tag { get; } = tag;

    public MessageItem First { get; } = first;

    public MessageItem Second { get; } = second;

    /// <summary>Whether it carries anything but values.</summary>
    public bool IsLong => First.Kind != ItemKind.Value || Second.Kind != ItemKind.Value;

    /// <summary>The registers of a message to be sent, without the call and the handle.</summary>
    internal SystemCallRegisters ToRegisters() => new()
    {
        Rax = IsLong ? Long | ((ulong)First.Kind << FirstKindShift) | ((ulong)Second.Kind << SecondKindShift) : 0,
        Rdi = Tag,
        Rsi = First.Value,
        Rdx = Second.Value,
    };

    /// <summary>The message that a call left in the registers.</summary>
    internal static Message FromRegisters(in SystemCallRegisters registers)
    {
        ulong kinds = (registers.Rax & Long) == 0 ? 0 : registers.Rax;
        return new Message(
            registers.Rdi,
            new MessageItem((ItemKind)((kinds >> FirstKindShift) & KindMask), registers.Rsi),
            new MessageItem((ItemKind)((kinds >> SecondKindShift) & KindMask), registers.Rdx));
    }
}
