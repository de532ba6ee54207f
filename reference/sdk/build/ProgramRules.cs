using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Euralios.Sdk.Build;

/// <summary>
/// What must not be in a program, because it would compile and then not work: <c>catch</c> (an exception ends the process) and finalizers
/// (nothing runs them). Read from the assembly, so each has the file and line of its source.
/// </summary>
public static class ProgramRules
{
    /// <summary>Checks a program's assembly, or the standard library's.</summary>
    public static IReadOnlyList<BuildMessage> Check(string assembly)
    {
        using var file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(assembly)));
        MetadataReader types = file.GetMetadataReader();
        DebugDirectoryEntry symbols = file.ReadDebugDirectory().FirstOrDefault(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider? provider = symbols.DataSize == 0 ? null : file.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
        MetadataReader? lines = provider?.GetMetadataReader();

        var messages = new List<BuildMessage>();
        foreach (MethodDefinitionHandle handle in types.MethodDefinitions)
        {
            MethodDefinition method = types.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
                continue;
            MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
            foreach (ExceptionRegion region in body.ExceptionRegions)
            {
                if (region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter)
                {
                    messages.Add(At(
                        lines, handle, region.HandlerOffset, "PROGRAM1",
                        "catches exceptions: an exception ends the program; use the Try... form, which returns an error"));
                }
            }

            if (types.StringComparer.Equals(method.Name, "Finalize") && IsFinalizer(types, method))
                messages.Add(At(lines, handle, 0, "PROGRAM2", "is a finalizer: nothing would run it; use IDisposable and using"));
        }

        return messages;

        BuildMessage At(MetadataReader? lines, MethodDefinitionHandle handle, int offset, string code, string rule)
        {
            MethodDefinition method = types.GetMethodDefinition(handle);
            TypeDefinition type = types.GetTypeDefinition(method.GetDeclaringType());
            string text = $"{types.GetString(type.Name)}.{types.GetString(method.Name)} {rule}";
            if (lines is null)
                return new BuildMessage("", 0, 0, code, text);
            SequencePoint place = default;
            foreach (SequencePoint point in lines.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints())
            {
                if (!point.IsHidden && (point.Offset <= offset || place.Document.IsNil))
                    place = point;
            }

            return place.Document.IsNil
                ? new BuildMessage("", 0, 0, code, text)
                : new BuildMessage(lines.GetString(lines.GetDocument(place.Document).Name), place.StartLine, place.StartColumn, code, text);
        }
    }

    /// <summary>C# writes <c>~Name()</c> as a protected virtual method without parameters.</summary>
    private static bool IsFinalizer(MetadataReader types, MethodDefinition method) =>
        method.Attributes.HasFlag(MethodAttributes.Virtual)
        && (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Family
        && types.GetBlobReader(method.Signature) is var signature
        && signature.ReadSignatureHeader().IsInstance
        && signature.ReadCompressedInteger() == 0;
}
