using System.Numerics;

namespace System;

internal static partial class Number
{
    /// <summary>A finite double or float: fraction times two to the exponent. Fields as in IEEE 754-2019, 3.4.</summary>
    internal readonly struct BinaryFraction
    {
        internal readonly ulong Fraction;
        internal readonly int Exponent;
        internal readonly bool IsNegative;
        internal readonly bool IsFinite;

        /// <summary>Digits that tell any two values apart.</summary>
        internal readonly int RoundTripDigits;

        /// <summary>Digits that are right for every value, which patterns go by.</summary>
        internal readonly int PatternDigits;
        private readonly bool hasNarrowNeighbour;

        internal BinaryFraction(double value)
            : this((ulong)BitConverter.DoubleToInt64Bits(value), FloatingFormat.Double)
        {
        }

        internal BinaryFraction(float value)
            : this((uint)BitConverter.SingleToInt32Bits(value), FloatingFormat.Single)
        {
        }

        private BinaryFraction(ulong bits, FloatingFormat format)
        {
            int field = (int)(bits >> format.FractionBits) & format.LargestField;
            ulong fraction = bits & ((1ul << format.FractionBits) - 1);
            IsNegative = (bits >> (format.FractionBits + format.FieldBits)) != 0;
            IsFinite = field != format.LargestField;
            Fraction = field == 0 ? fraction : fraction | (1ul << format.FractionBits);
            Exponent = Math.Max(field, 1) - format.Bias - format.FractionBits;
            hasNarrowNeighbour = fraction == 0 && field > 1;
            RoundTripDigits = format.RoundTripDigits;
            PatternDigits = format.PatternDigits;
        }

        internal bool IsNaN => !IsFinite && !hasNarrowNeighbour;

        /// <summary>The neighbour below is half as far as the one above.</summary>
        internal bool IsPowerOfTwo => hasNarrowNeighbour;

        /// <summary>Where the decimal point is, or a little too low: 315653 / 2^20 is the logarithm of 2.</summary>
        internal int DecimalEstimate => (int)(((63L - BitOperations.LeadingZeroCount(Fraction) + Exponent) * 315653) >> 20) - 1;
    }

    /// <summary>Sizes of a binary format's fields.</summary>
    internal readonly struct FloatingFormat(int fractionBits, int fieldBits, int roundTripDigits, int patternDigits)
    {
        internal readonly int FractionBits = fractionBits;
        internal readonly int FieldBits = fieldBits;
        internal readonly int RoundTripDigits = roundTripDigits;
        internal readonly int PatternDigits = patternDigits;

        internal static FloatingFormat Double => new(52, 11, 17, 15);

        internal static FloatingFormat Single => new(23, 8, 9, 7);

        /// <summary>The exponent's field in infinities and what is not a number.</summary>
        internal int LargestField => (1 << FieldBits) - 1;

        internal int Bias => LargestField >> 1;
    }
}
