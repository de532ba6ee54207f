using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

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

    internal override string DefaultMessage => "System error.";

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

    internal override string DefaultMessage => "Overflow or underflow in the arithmetic operation.";

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

    internal override string DefaultMessage => "Value does not fall within the expected range.";

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

    public static void ThrowIfNull([NotNull] object? argument, [CallerArgumentExpression(nameof(argument))] string? paramName = null)
    {
        if (argument is null)
            throw new ArgumentNullException(paramName);
    }

    internal override string DefaultMessage => "Value cannot be null.";

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

    public ArgumentOutOfRangeException(string? paramName, object? actualValue, string? message)
        : base(message, paramName) => ActualValue = actualValue;

    public virtual object? ActualValue { get; }

    public override string Message => ActualValue is null ? base.Message : base.Message + "\nActual value was " + ActualValue.ToString() + ".";

    internal override string DefaultMessage => "Specified argument was out of the range of valid values.";

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

    internal override string DefaultMessage => "One of the identified items was in an invalid format.";

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

    internal override string DefaultMessage => "Index was outside the bounds of the array.";

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

    internal override string DefaultMessage => "Operation is not valid due to the current state of the object.";

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

    internal override string DefaultMessage => "The method or operation is not implemented.";

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

    internal override string DefaultMessage => "Specified method is not supported.";

    internal override string TypeName => "System.NotSupportedException";
}

public class OverflowException : ArithmeticException
{
    public OverflowException()
    {
    }

    public OverflowException(string? message)
        : base(message)
    {
    }

    internal override string DefaultMessage => "Arithmetic operation resulted in an overflow.";

    internal override string TypeName => "System.OverflowException";
}

public class DivideByZeroException : ArithmeticException
{
    public DivideByZeroException()
    {
    }

    public DivideByZeroException(string? message)
        : base(message)
    {
    }

    internal override string DefaultMessage => "Attempted to divide by zero.";

    internal override string TypeName => "System.DivideByZeroException";
}

public class InvalidCastException : SystemException
{
    public InvalidCastException()
    {
    }

    public InvalidCastException(string? message)
        : base(message)
    {
    }

    internal override string DefaultMessage => "Specified cast is not valid.";

    internal override string TypeName => "System.InvalidCastException";
}

public class NullReferenceException : SystemException
{
    public NullReferenceException()
    {
    }

    public NullReferenceException(string? message)
        : base(message)
    {
    }

    internal override string DefaultMessage => "Object reference not set to an instance of an object.";

    internal override string TypeName => "System.NullReferenceException";
}

public class OutOfMemoryException : SystemException
{
    public OutOfMemoryException()
    {
    }

    public OutOfMemoryException(string? message)
        : base(message)
    {
    }

    internal override string DefaultMessage => "Insufficient memory to continue the execution of the program.";

    internal override string TypeName => "System.OutOfMemoryException";
}
