namespace Euralios.Net.Tcp;

/// <summary>
/// Connections in the order they came in, linked through themselves: those of a listener that are half open, those that are open, those in TIME-WAIT.
/// A connection is in one list at most.
/// </summary>
internal sealed class ConnectionList
{
    /// <summary>The one that is in it longest.</summary>
    public TcpConnection? First { get; private set; }

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    private TcpConnection? last;

    /// <summary>Puts one at the end.</summary>
    public void Add(TcpConnection connection)
    {
        connection.List = this;
        connection.PreviousInList = last;
        if (last == null)
            First = connection;
        else
            last.NextInList = connection;
        last = connection;
        Count++;
    }

    /// <summary>Takes one out that is in it.</summary>
    public void Remove(TcpConnection connection)
    {
        if (connection.PreviousInList == null)
            First = connection.NextInList;
        else
            connection.PreviousInList.NextInList = connection.NextInList;
        if (connection.NextInList == null)
            last = connection.PreviousInList;
        else
            connection.NextInList.PreviousInList = connection.PreviousInList;
        connection.List = null;
        connection.PreviousInList = null;
        connection.NextInList = null;
        Count--;
    }
}
