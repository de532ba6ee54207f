namespace System;

/// <summary>Named only in attributes: there is no reflection.</summary>
public abstract class Type
{
}
