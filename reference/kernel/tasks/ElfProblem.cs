namespace Merriwig.Tasks;

/// <summary>Why a file is not a program that the kernel loads.</summary>
internal enum ElfProblem : byte
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>The file ends before its header does.</summary>
    TooShort,

    /// <summary>It does not begin with ELF's magic number.</summary>
    Magic,

    /// <summary>Not of the 64-bit class.</summary>
    Class,

    /// <summary>Not little endian.</summary>
    ByteOrder,

    /// <summary>Not of version 1, the only one there is.</summary>
    Version,

    /// <summary>Not an executable with fixed addresses, ET_EXEC: an object, a library, or an executable that is still to be relocated.</summary>
    Type,

    /// <summary>Not for x86-64.</summary>
    Machine,

    /// <summary>The header, or an entry of the table of program headers, has another size than the 64-bit class gives it.</summary>
    HeaderSize,

    /// <summary>No program headers, or more than <see cref="ElfImage.MostProgramHeaders"/>.</summary>
    HeaderCount,

    /// <summary>The table of program headers does not lie in the file.</summary>
    HeaderTable,

    /// <summary>A segment of dynamic linking: only a static program can be loaded.</summary>
    Dynamic,

    /// <summary>The program asks for an interpreter that would load it.</summary>
    Interpreter,

    /// <summary>More segments than <see cref="ElfImage.MostSegments"/>.</summary>
    SegmentCount,

    /// <summary>A segment has more bytes in the file than in memory.</summary>
    SegmentSize,

    /// <summary>A segment's bytes do not lie in the file.</summary>
    SegmentOffset,

    /// <summary>A segment does not lie in the programs' range.</summary>
    SegmentAddress,

    /// <summary>A segment lies where every process has the page of <see cref="ElfImage.InformationPage"/>.</summary>
    InformationPage,

    /// <summary>A segment's alignment is not a power of two, or its address and its offset differ modulo the alignment.</summary>
    Alignment,

    /// <summary>A segment is not readable.</summary>
    Unreadable,

    /// <summary>A segment is writable and executable at once.</summary>
    WritableCode,

    /// <summary>Two segments overlap, or have bytes in the same page.</summary>
    SharedPage,

    /// <summary>The program does not start in an executable segment.</summary>
    Entry,
}
