using System.Numerics;

namespace System;

internal static partial class Number
{
    /// <summary>A whole number of any size, as far as its words go: for exact conversions of binary fractions.</summary>
    /// <remarks>Words from the least on, in memory that the caller gives and that is large enough for what comes.</remarks>
    private ref struct BigNumber(Span<uint> words, ulong value)
    {
        private readonly Span<uint> words = words;
        private int length = Set(words, value);

        internal readonly bool IsZero => length == 0;

        internal readonly int BitLength => length == 0 ? 0 : (length * 32) - BitOperations.LeadingZeroCount(words[length - 1]);

        internal void Multiply(uint factor)
        {
            ulong carry = 0;
            for (int i = 0; i < length; i++)
            {
                carry += (ulong)words[i] * factor;
                words[i] = (uint)carry;
                carry >>= 32;
            }

            if (carry != 0)
                words[length++] = (uint)carry;
        }

        internal void Add(uint value)
        {
            ulong carry = value;
            for (int i = 0; i < length && carry != 0; i++)
            {
                carry += words[i];
                words[i] = (uint)carry;
                carry >>= 32;
            }

            if (carry != 0)
                words[length++] = (uint)carry;
        }

        internal void MultiplyByPowerOfTen(int exponent)
        {
            for (; exponent >= 9; exponent -= 9)
                Multiply(1_000_000_000);
            for (; exponent > 0; exponent--)
                Multiply(10);
        }

        internal void ShiftLeft(int count)
        {
            if (length == 0 || count == 0)
                return;
            int whole = count / 32;
            int part = count % 32;
            words[length] = 0;
            for (int i = length; i >= 0; i--)
            {
                uint low = i > 0 && part > 0 ? words[i - 1] >> (32 - part) : 0;
                words[i + whole] = (words[i] << part) | low;
            }

            words.Slice(0, whole).Clear();
            length += whole + 1;
            if (words[length - 1] == 0)
                length--;
        }

        /// <summary>Takes away a number that is not larger.</summary>
        internal void Subtract(scoped BigNumber other)
        {
            long borrow = 0;
            for (int i = 0; i < length; i++)
            {
                borrow += words[i] - (i < other.length ? (long)other.words[i] : 0);
                words[i] = (uint)borrow;
                borrow >>= 32;
            }

            while (length > 0 && words[length - 1] == 0)
                length--;
        }

        internal void Set(scoped BigNumber other)
        {
            other.words.Slice(0, other.length).CopyTo(words);
            length = other.length;
        }

        internal void Add(scoped BigNumber other)
        {
            ulong carry = 0;
            int longer = Math.Max(length, other.length);
            for (int i = 0; i < longer; i++)
            {
                carry += (i < length ? words[i] : 0) + (ulong)(i < other.length ? other.words[i] : 0);
                words[i] = (uint)carry;
                carry >>= 32;
            }

            length = longer;
            if (carry != 0)
                words[length++] = (uint)carry;
        }

        internal readonly int CompareTo(scoped BigNumber other)
        {
            if (length != other.length)
                return length - other.length;
            for (int i = length - 1; i >= 0; i--)
            {
                if (words[i] != other.words[i])
                    return words[i] < other.words[i] ? -1 : 1;
            }

            return 0;
        }

        /// <summary>How often another number goes into this one, less than ten times; what is left is this number then.</summary>
        internal uint TakeDigit(scoped BigNumber divisor)
        {
            uint digit = 0;
            for (; CompareTo(divisor) >= 0; digit++)
                Subtract(divisor);
            return digit;
        }

        private static int Set(Span<uint> words, ulong value)
        {
            words[0] = (uint)value;
            words[1] = (uint)(value >> 32);
            return value == 0 ? 0 : value >> 32 == 0 ? 1 : 2;
        }
    }
}
