namespace System;

/// <summary>The JIT asks for it by name when it folds comparisons with null; nothing makes one.</summary>
internal sealed class RuntimeType : Type
{
}
