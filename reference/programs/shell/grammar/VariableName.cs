namespace Euralios.Shell;

/// <summary>Names of variables: ASCII letters, digits and underscores, not a digit first.</summary>
internal static class VariableName
{
    internal static bool IsValid(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
            return false;
        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
                return false;
        }

        return true;
    }
}
