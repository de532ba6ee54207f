namespace System;

/// <summary>There are no fields of threads: the build refuses a program that has one and says so.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public class ThreadStaticAttribute : Attribute
{
}
