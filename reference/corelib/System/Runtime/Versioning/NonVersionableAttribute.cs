namespace System.Runtime.Versioning;

/// <summary>Marks code that may be inlined anywhere.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Constructor, Inherited = false)]
internal sealed class NonVersionableAttribute : Attribute
{
}
