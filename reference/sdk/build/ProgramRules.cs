using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Euralios.Sdk.Rules;

namespace Euralios.Sdk.Build;

/// <summary>
/// Holds a program's assembly against the rules: what the analyzer showed in the source, if it was there, and what no source says. Each has the file and
/// line of its source. Of <see cref="ProgramRule.Async"/> and <see cref="ProgramRule.Dynamic"/> nothing is in an assembly: the core library lacks what the
/// C# compiler makes of them.
/// </summary>
public sealed class ProgramRules
{
    private const byte ArrayOfRanks = 0x14; // ELEMENT_TYPE_ARRAY (ECMA-335, II.23.1.16): more than one dimension, or bounds

    private readonly PEReader file;
    private readonly MetadataReader types;
    private readonly MetadataReader? lines;
    private readonly List<BuildMessage> messages = [];

    private ProgramRules(PEReader file, MetadataReader? lines)
    {
        this.file = file;
        types = file.GetMetadataReader();
        this.lines = lines;
    }

    /// <summary>Checks a program's assembly, or the standard library's.</summary>
    public static IReadOnlyList<BuildMessage> Check(string assembly)
    {
        using var file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(assembly)));
        DebugDirectoryEntry symbols = file.ReadDebugDirectory().FirstOrDefault(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider? provider = symbols.DataSize == 0 ? null : file.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
        var rules = new ProgramRules(file, provider?.GetMetadataReader());
        rules.CheckMethods();
        rules.CheckFields();
        return rules.messages;
    }

    private void CheckMethods()
    {
        foreach (MethodDefinitionHandle handle in types.MethodDefinitions)
        {
            MethodDefinition method = types.GetMethodDefinition(handle);
            if (method.Attributes.HasFlag(MethodAttributes.Virtual) && method.GetGenericParameters().Count > 0)
                Refuse(handle, 0, ProgramRule.GenericVirtual);

            if (method.RelativeVirtualAddress == 0)
                continue;
            MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
            foreach (ExceptionRegion region in body.ExceptionRegions)
            {
                if (region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter)
                    Refuse(handle, region.HandlerOffset, ProgramRule.Catch);
            }

            if (types.StringComparer.Equals(method.Name, "Finalize") && IsFinalizer(method))
                Refuse(handle, 0, ProgramRule.Finalizer);
            foreach ((int offset, EntityHandle target) in Instructions.MethodsIn(body.GetILBytes()!))
                CheckCall(handle, offset, target);
        }
    }

    private void CheckCall(MethodDefinitionHandle caller, int offset, EntityHandle target)
    {
        if (target.Kind == HandleKind.MethodSpecification)
            target = types.GetMethodSpecification((MethodSpecificationHandle)target).Method;
        if (target.Kind != HandleKind.MemberReference)
            return;
        MemberReference member = types.GetMemberReference((MemberReferenceHandle)target);
        if (member.Parent.Kind == HandleKind.TypeSpecification)
        {
            BlobReader signature = types.GetBlobReader(types.GetTypeSpecification((TypeSpecificationHandle)member.Parent).Signature);
            if (signature.ReadByte() == ArrayOfRanks && types.StringComparer.Equals(member.Name, ".ctor"))
                Refuse(caller, offset, ProgramRule.ArrayOfRanks);
        }

        if (member.Parent.Kind != HandleKind.TypeReference)
            return;
        TypeReference type = types.GetTypeReference((TypeReferenceHandle)member.Parent);
        switch (types.GetString(type.Namespace), types.GetString(type.Name), types.GetString(member.Name))
        {
            case ("System.Threading", "Monitor", "Enter"):
                Refuse(caller, offset, ProgramRule.LockOnObject);
                break;
            case ("System", "Activator", "CreateInstance"):
                Refuse(caller, offset, ProgramRule.NewOfParameter);
                break;
        }
    }

    private void CheckFields()
    {
        foreach (FieldDefinitionHandle handle in types.FieldDefinitions)
        {
            FieldDefinition field = types.GetFieldDefinition(handle);
            if (!field.GetCustomAttributes().Any(IsThreadStatic))
                continue;

            // Fields have no lines: that of the type's first method says where to look.
            TypeDefinition type = types.GetTypeDefinition(field.GetDeclaringType());
            MethodDefinitionHandle first = type.GetMethods().FirstOrDefault(method => Place(method, 0) is not null);
            messages.Add(Message(first, 0, ProgramRule.ThreadStatic, types.GetString(type.Name), types.GetString(field.Name)));
        }
    }

    private bool IsThreadStatic(CustomAttributeHandle handle) =>
        types.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
        && types.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
        && types.StringComparer.Equals(types.GetTypeReference((TypeReferenceHandle)type).Name, "ThreadStaticAttribute");

    /// <summary>C# writes <c>~Name()</c> as a protected virtual method without parameters.</summary>
    private bool IsFinalizer(MethodDefinition method) =>
        method.Attributes.HasFlag(MethodAttributes.Virtual)
        && (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Family
        && types.GetBlobReader(method.Signature) is var signature
        && signature.ReadSignatureHeader().IsInstance
        && signature.ReadCompressedInteger() == 0;

    private void Refuse(MethodDefinitionHandle handle, int offset, ProgramRule rule)
    {
        MethodDefinition method = types.GetMethodDefinition(handle);
        TypeDefinition type = types.GetTypeDefinition(method.GetDeclaringType());
        string name = types.GetString(method.Name);

        // The compiler keeps lambdas in a type of its own, and each iterator: <>c.<Main>b__0 and <Numbers>d__3.MoveNext.
        while (types.GetString(type.Name) is ['<', ..] made && !type.GetDeclaringType().IsNil)
        {
            if (!name.StartsWith('<'))
                name = made;
            type = types.GetTypeDefinition(type.GetDeclaringType());
        }

        messages.Add(Message(handle, offset, rule, types.GetString(type.Name), name));
    }

    private BuildMessage Message(MethodDefinitionHandle method, int offset, ProgramRule rule, string type, string member) =>
        Place(method, offset) is { } place
            ? new(lines!.GetString(lines.GetDocument(place.Document).Name), place.StartLine, place.StartColumn, rule.Id, rule.About(type, member))
            : new("", 0, 0, rule.Id, rule.About(type, member));

    /// <summary>Where an instruction of a method is in the source.</summary>
    private SequencePoint? Place(MethodDefinitionHandle method, int offset)
    {
        if (lines is null || method.IsNil)
            return null;
        SequencePoint? place = null;
        foreach (SequencePoint point in lines.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints())
        {
            if (!point.IsHidden && (point.Offset <= offset || place is null))
                place = point;
        }

        return place;
    }
}
