namespace System;

// What programs and the library throw.

public class SystemException : Exception
{
    public SystemException()
    {
    }

    public SystemException(string? message)
        : base(message)
    {
    }

    internal override string TypeName => "System.SystemException";
}

public class ArithmeticException : SystemException
{
    public ArithmeticException()
    {
    }

    public ArithmeticException(string? message)
        : base(message)
    {
    }

    internal override string TypeName => "System.ArithmeticException";
}

public class ArgumentException : SystemException
{
    public ArgumentException()
    {
    }

    public ArgumentException(string? message)
        : base(message)
    {
    }

    public ArgumentException(string? message, string? paramName)
        : base(message) => ParamName = paramName;

    public virtual string? ParamName { get; }

    public override string Message => ParamName is null ? base.Message : base.Message + " (Parameter '" + ParamName + "')";

    internal override string TypeName => "System.ArgumentException";
}

public class ArgumentNullException : ArgumentException
{
    public ArgumentNullException()
    {
    }

    public ArgumentNullException(string? paramName)
        : base("Value cannot be null.", paramName)
    {
    }

    public ArgumentNullException(string? paramName, string? message)
        : base(message, paramName)
    {
    }

    internal override string TypeName => "System.ArgumentNullException";
}

public class ArgumentOutOfRangeException : ArgumentException
{
    public ArgumentOutOfRangeException()
    {
    }

    public ArgumentOutOfRangeException(string? paramName)
        : base("Specified argument was out of the range of valid values.", paramName)
    {
    }

    public ArgumentOutOfRangeException(string? paramName, string? message)
        : base(message, paramName)
    {
    }

    internal override string TypeName => "System.ArgumentOutOfRangeException";
}

public class FormatException : SystemException
{
    public FormatException()
    {
    }

    public FormatException(string? message)
        : base(message)
    {
    }

    internal override string TypeName => "System.FormatException";
}

public sealed class IndexOutOfRangeException : SystemException
{
    public IndexOutOfRangeException()
    {
    }

    public IndexOutOfRangeException(string? message)
        : base(message)
    {
    }

    internal override string TypeName => "System.IndexOutOfRangeException";
}

public class InvalidOperationException : SystemException
{
    public InvalidOperationException()
    {
    }

    public InvalidOperationException(string? message)
        : base(message)
    {
    }

    internal override string TypeName => "System.InvalidOperationException";
}

public class NotImplementedException : SystemException
{
    public NotImplementedException()
    {
    }

    public NotImplementedException(string? message)
        : base(message)
    {
    }

    internal override string TypeName => "System.NotImplementedException";
}

public class NotSupportedException : SystemException
{
    public NotSupportedException()
    {
    }

    public NotSupportedException(string? message)
        : base(message)
    {
    }

    internal override string TypeName => "System.NotSupportedException";
}
