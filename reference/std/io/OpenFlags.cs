using System;

namespace Euralios.Std;

/// <summary>How something is opened: the low bits of the tag OPEN.</summary>
[Flags]
public enum OpenFlags : byte
{
    /// <summary>To read only; and what comes from the handle too.</summary>
    Read = 0,
    Write = 1,

    /// <summary>A file that is not there is made.</summary>
    Create = 2,

    /// <summary>A file that is there is emptied.</summary>
    Truncate = 4,
}
