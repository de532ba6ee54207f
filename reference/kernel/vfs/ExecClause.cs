using System;

namespace Merriwig.Vfs;

/// <summary>What a clause of exec's parameters says; each kind's number is the byte that it begins with.</summary>
internal enum ExecClauseKind : byte
{
    /// <summary>No clause.</summary>
    None = 0,

    /// <summary><c>S</c>: the program uses its parent's mounts.</summary>
    Share = (byte)'S',

    /// <summary><c>C</c>: it gets a copy of them.</summary>
    Copy = (byte)'C',

    /// <summary><c>N</c>: it starts without mounts.</summary>
    New = (byte)'N',

    /// <summary><c>-path:</c>: takes a mount out of the program's. The clause's text is the path.</summary>
    Unmount = (byte)'-',

    /// <summary>
    /// <c>m&lt;decimal&gt;&lt;one non-digit&gt;path:</c>: a handle of the parent's becomes a mount of the program's. The clause's number is the
    /// handle, its text the path, which ends at the colon as that of <see cref="Unmount"/> does.
    /// </summary>
    Mount = (byte)'m',

    /// <summary><c>A&lt;bytes&gt;\0</c>: the program's arguments. The clause's text is the bytes.</summary>
    Arguments = (byte)'A',

    /// <summary><c>E&lt;bytes&gt;\0</c>: the program's environment. The clause's text is the bytes.</summary>
    Environment = (byte)'E',

    /// <summary><c>i&lt;decimal&gt;&lt;one non-digit&gt;</c>: the program may await an interrupt line. The clause's number is the line's.</summary>
    InterruptLine = (byte)'i',
}

/// <summary>
/// A clause of exec's parameters. Only its form has been checked: the handle may not be open, the line may not exist, a path is neither trimmed
/// nor known to be UTF-8.
/// </summary>
internal ref struct ExecClause
{
    /// <summary>What it says.</summary>
    internal ExecClauseKind Kind;

    /// <summary>A path, or a program's arguments or environment, without the byte that ends it; empty for other kinds.</summary>
    internal ReadOnlySpan<byte> Text;

    /// <summary>A handle, or an interrupt line's number; 0 for other kinds.</summary>
    internal uint Number;
}
