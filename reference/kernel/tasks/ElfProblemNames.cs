namespace Merriwig.Tasks;

/// <summary>Problems of ELF files in words of the trace.</summary>
internal static class ElfProblemNames
{
    /// <summary>The name of a problem.</summary>
    internal static string Of(ElfProblem problem) => problem switch
    {
        ElfProblem.None => "none",
        ElfProblem.TooShort => "too-short",
        ElfProblem.Magic => "magic",
        ElfProblem.Class => "class",
        ElfProblem.ByteOrder => "byte-order",
        ElfProblem.Version => "version",
        ElfProblem.Type => "type",
        ElfProblem.Machine => "machine",
        ElfProblem.HeaderSize => "header-size",
        ElfProblem.HeaderCount => "header-count",
        ElfProblem.HeaderTable => "header-table",
        ElfProblem.Dynamic => "dynamic",
        ElfProblem.Interpreter => "interpreter",
        ElfProblem.SegmentCount => "segment-count",
        ElfProblem.SegmentSize => "segment-size",
        ElfProblem.SegmentOffset => "segment-offset",
        ElfProblem.SegmentAddress => "segment-address",
        ElfProblem.InformationPage => "information-page",
        ElfProblem.Alignment => "alignment",
        ElfProblem.Unreadable => "unreadable",
        ElfProblem.WritableCode => "writable-code",
        ElfProblem.SharedPage => "shared-page",
        ElfProblem.Entry => "entry",
        _ => "unknown",
    };
}
