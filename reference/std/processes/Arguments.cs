using System;
using Internal.Runtime.CompilerHelpers;

namespace Euralios.Std;

/// <summary>What the program was started with.</summary>
public static unsafe class Arguments
{
    private const byte Separator = 3;

    private static string[] words = [];
    private static string[] variables = [];

    /// <summary>The program's name, then its arguments. <c>Main</c> receives those without the name.</summary>
    public static ReadOnlySpan<string> Words => words;

    /// <summary>The environment's variables, each NAME=value.</summary>
    public static ReadOnlySpan<string> Variables => variables;

    /// <summary>A variable of the environment.</summary>
    public static bool TryGetVariable(string name, out string value)
    {
        foreach (string variable in variables)
        {
            if (variable.Length > name.Length && variable[name.Length] == '=' && variable.AsSpan().StartsWith(name.AsSpan()))
            {
                value = variable.Substring(name.Length + 1);
                return true;
            }
        }

        value = "";
        return false;
    }

    /// <summary>Takes the blocks that the kernel put on the first thread's stack, or null.</summary>
    internal static void Initialize(byte* arguments, byte* environment)
    {
        words = Split(Block(arguments));
        variables = Split(Block(environment));
        if (words.Length > 1)
        {
            string[] rest = new string[words.Length - 1];
            Array.Copy(words, 1, rest, 0, rest.Length);
            StartupCodeHelpers.mainArguments = rest;
        }
    }

    /// <summary>The words of a block.</summary>
    internal static string[] Split(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return [];
        int count = 1;
        foreach (byte value in text)
            count += value == Separator ? 1 : 0;
        string[] result = new string[count];
        for (int i = 0; i < count; i++)
        {
            int end = text.IndexOf(Separator);
            result[i] = Utf8.GetString(end < 0 ? text : text.Slice(0, end));
            text = text.Slice(end + 1);
        }

        return result;
    }

    /// <summary>A length of 4 bytes, and as many bytes.</summary>
    private static ReadOnlySpan<byte> Block(byte* block) => block == null ? default : new ReadOnlySpan<byte>(block + sizeof(int), *(int*)block);
}
