namespace System.IO;

/// <summary>How a file is opened, by .NET's numbers.</summary>
public enum FileMode
{
    /// <summary>It must not exist.</summary>
    CreateNew = 1,

    /// <summary>It is made, or emptied.</summary>
    Create = 2,

    /// <summary>It must exist.</summary>
    Open = 3,

    /// <summary>It is made if it does not exist.</summary>
    OpenOrCreate = 4,

    /// <summary>It must exist, and is emptied.</summary>
    Truncate = 5,

    /// <summary>It is made if it does not exist, and written at its end.</summary>
    Append = 6,
}

/// <summary>What is done with a file.</summary>
[Flags]
public enum FileAccess
{
    Read = 1,
    Write = 2,
    ReadWrite = 3,
}

/// <summary>From where a place in a stream is counted.</summary>
public enum SeekOrigin
{
    Begin = 0,
    Current = 1,
    End = 2,
}
