namespace Euralios.Programs.Keyboard;

/// <summary>An accent and a letter become one character.</summary>
internal static class Accents
{
    private const string Letters = "aeiouyAEIOUY";

    // In the order of the letters; a space where there is none. The accent itself comes with the space bar.
    private const string Acute = "áéíóúýÁÉÍÓÚÝ";
    private const string Grave = "àèìòù ÀÈÌÒÙ ";
    private const string Circumflex = "âêîôû ÂÊÎÔÛ ";

    /// <summary>The letter with the accent; '\0' if there is none.</summary>
    internal static char Compose(char accent, char letter)
    {
        string accented = accent == '´' ? Acute : accent == '`' ? Grave : Circumflex;
        for (int i = 0; i < Letters.Length; i++)
        {
            if (Letters[i] == letter && accented[i] != ' ')
                return accented[i];
        }

        return '\0';
    }
}
