namespace System.Globalization;

/// <summary>What may be in a number's text.</summary>
[Flags]
public enum NumberStyles
{
    None = 0,
    AllowLeadingWhite = 0x1,
    AllowTrailingWhite = 0x2,
    AllowLeadingSign = 0x4,
    AllowTrailingSign = 0x8,
    AllowParentheses = 0x10,
    AllowDecimalPoint = 0x20,
    AllowThousands = 0x40,
    AllowExponent = 0x80,
    AllowCurrencySymbol = 0x100,
    AllowHexSpecifier = 0x200,
    AllowBinarySpecifier = 0x400,
    Integer = AllowLeadingWhite | AllowTrailingWhite | AllowLeadingSign,
    HexNumber = AllowLeadingWhite | AllowTrailingWhite | AllowHexSpecifier,
    BinaryNumber = AllowLeadingWhite | AllowTrailingWhite | AllowBinarySpecifier,
    Number = Integer | AllowTrailingSign | AllowDecimalPoint | AllowThousands,
    Float = Integer | AllowDecimalPoint | AllowExponent,
    Currency = Number | AllowParentheses | AllowCurrencySymbol,
    Any = Currency | AllowExponent,
}
