namespace Euralios.Grader.Inspect;

/// <summary>The codes of what graded files may not do.</summary>
public static class Rule
{
    /// <summary>Unsafe code, pointers, fixed buffers.</summary>
    public const string Unsafe = "KIT1001";

    /// <summary>Code from elsewhere: extern.</summary>
    public const string Extern = "KIT1002";

    /// <summary>An attribute outside the short list.</summary>
    public const string Attribute = "KIT1003";

    /// <summary>Something that the lab does not hand out.</summary>
    public const string OutOfReach = "KIT1004";

    /// <summary>A preprocessor directive.</summary>
    public const string Directive = "KIT1005";

    /// <summary>throw, try, lock, using.</summary>
    public const string Exception = "KIT1006";

    /// <summary>Managed allocation.</summary>
    public const string Allocation = "KIT1007";

    /// <summary>Delegates and lambdas.</summary>
    public const string Delegate = "KIT1008";

    /// <summary>Static state that needs code or a heap to exist, and finalizers.</summary>
    public const string StaticState = "KIT1009";

    /// <summary>async and iterators.</summary>
    public const string StateMachine = "KIT1010";

    /// <summary>Reflection and dynamic.</summary>
    public const string Reflection = "KIT1011";

    /// <summary>A declaration that reaches out of the file.</summary>
    public const string Declaration = "KIT1012";

    /// <summary>Too large or too deeply nested.</summary>
    public const string Size = "KIT1013";
}
