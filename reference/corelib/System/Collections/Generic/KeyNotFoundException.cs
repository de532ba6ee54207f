namespace System.Collections.Generic;

public class KeyNotFoundException : SystemException
{
    public KeyNotFoundException()
    {
    }

    public KeyNotFoundException(string? message)
        : base(message)
    {
    }

    internal override string TypeName => "System.Collections.Generic.KeyNotFoundException";
}
