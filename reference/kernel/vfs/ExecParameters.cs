using System;

namespace Merriwig.Vfs;

/// <summary>
/// Exec's parameters: clauses one after another, each known by its first byte, read from left to right. The text is untrusted; nothing is read
/// behind its end.
/// </summary>
/// <param name="text">The clauses.</param>
internal ref struct ExecParameters(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> rest = text;

    /// <summary>Whether the reading stopped at a clause that is of no known kind, has no end, or whose number is missing or wider than 32 bits.</summary>
    internal bool IsMalformed { get; private set; }

    /// <summary>Reads the next clause.</summary>
    /// <returns>False at the end, and at a malformed clause, behind which nothing can be read.</returns>
    internal bool TryNext(out ExecClause clause)
    {
        clause = default;
        if (rest.IsEmpty || IsMalformed)
            return false;
        ExecClauseKind kind = (ExecClauseKind)rest[0];
        rest = rest.Slice(1);
        IsMalformed = !TryReadBody(kind, out ReadOnlySpan<byte> body, out uint number);
        if (IsMalformed)
            return false;
        clause.Kind = kind;
        clause.Text = body;
        clause.Number = number;
        return true;
    }

    private bool TryReadBody(ExecClauseKind kind, out ReadOnlySpan<byte> body, out uint number)
    {
        body = default;
        number = 0;
        switch (kind)
        {
            case ExecClauseKind.Share:
            case ExecClauseKind.Copy:
            case ExecClauseKind.New:
                return true;

            case ExecClauseKind.Unmount:
                return TryReadText((byte)':', out body);

            case ExecClauseKind.Mount:
                return TryReadNumber(out number) && TryReadText((byte)':', out body);

            case ExecClauseKind.Arguments:
            case ExecClauseKind.Environment:
                return TryReadText(0, out body);

            case ExecClauseKind.InterruptLine:
                return TryReadNumber(out number);

            default:
                return false;
        }
    }

    /// <summary>Reads up to a byte that must come, and takes that byte too.</summary>
    private bool TryReadText(byte end, out ReadOnlySpan<byte> body)
    {
        for (int i = 0; i < rest.Length; i++)
        {
            if (rest[i] != end)
                continue;
            body = rest.Slice(0, i);
            rest = rest.Slice(i + 1);
            return true;
        }

        body = default;
        return false;
    }

    /// <summary>Reads at least one decimal digit and the one byte after the last, whatever it is.</summary>
    private bool TryReadNumber(out uint number)
    {
        ulong value = 0;
        number = 0;
        for (int i = 0; i < rest.Length; i++)
        {
            if (rest[i] is >= (byte)'0' and <= (byte)'9')
            {
                value = (value * 10) + (ulong)(rest[i] - (byte)'0');
                if (value > uint.MaxValue)
                    return false;
                continue;
            }

            if (i == 0)
                return false;
            number = (uint)value;
            rest = rest.Slice(i + 1);
            return true;
        }

        return false;
    }
}
