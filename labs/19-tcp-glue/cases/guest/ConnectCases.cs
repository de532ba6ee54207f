using Euralios.Net.Tcp;
using Euralios.Programs.Tcp;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>A connection is made, or cannot be made.</summary>
internal static unsafe class ConnectCases
{
    internal static void Add(ref CaseTable table)
    {
        table.Add("connect-stands", &Stands);
        table.Add("connect-refused", &Refused);
        table.Add("connect-waits", &Waits);
        table.Add("connect-breaks", &Breaks);
    }

    private static void Stands(ref Case test)
    {
        Call call = Call.Make(ref test);
        call.Dial(ref test);
        Message ends = call.Ask(ref test, new Message(Tags.Endpoints), Tags.Endpoints, "ENDPOINTS");
        call.Accept(ref test);
        test.Equal(PackedEndpoint.Of(call.Peer.Remote), ends.First.Value, "the own end");
        test.Equal(PackedEndpoint.Of(call.Peer.Local), ends.Second.Value, "the other end");
        test.Expect(call.Peer.State == TcpState.Established, "the connection stands");
    }

    private static void Refused(ref Case test)
    {
        Call call = Call.Make(ref test, isListening: false);
        call.Dial(ref test);
        call.ExpectError(ref test, new Message(Tags.Endpoints), Error.ConnectionRefused, "ENDPOINTS where nobody listens");
        call.ExpectError(ref test, Call.Receive(0, 100), Error.ConnectionRefused, "RECEIVE where nobody listens");
        call.ExpectError(ref test, Call.Write([1, 2, 3]), Error.ConnectionRefused, "WRITE where nobody listens");
    }

    /// <summary>To an address from which nobody answers: it takes its time, and an abort ends it.</summary>
    private static void Waits(ref Case test)
    {
        Call call = Call.Make(ref test, isListening: false);
        call.Do(() =>
        {
            call.Network.Stack.Dhcp.Release();
            call.Network.Stack.Configure(new(new(0x0A00_020F), 24, new(0x0A00_0202)), [], Network.Now);
        });
        test.Expect(
            Conversation.TryStart(new ConnectionConversation(call.Network, "10.0.2.77", Call.Port), out Handle client, out _), "the case's own: a conversation");
        Call.Ask(ref test, client, Call.Receive(5_000, 100), Tags.Empty, "RECEIVE while the connection is being made");
        Call.Ask(ref test, client, new Message(Tags.Stat), Tags.Status, "STAT while the connection is being made");
        test.Equal(1, (ulong)call.Network.Tcp.ConnectionCount, "how many connections there are");
    }

    private static void Breaks(ref Case test)
    {
        Call call = Call.Make(ref test, isListening: false);
        call.Do(() =>
        {
            call.Network.Stack.Dhcp.Release();
            call.Network.Stack.Configure(new(new(0x0A00_020F), 24, new(0x0A00_0202)), [], Network.Now);
        });
        test.Expect(
            Conversation.TryStart(new ConnectionConversation(call.Network, "10.0.2.77", Call.Port), out Handle client, out _), "the case's own: a conversation");
        call.DoSoon(ref test, () =>
        {
            foreach (TcpConnection connection in call.Network.Tcp.Connections)
            {
                connection.Abort();
                (connection.Owner as Connection)?.Changed();
                break;
            }
        });
        Message answer = Call.Ask(ref test, client, new Message(Tags.Endpoints), Tags.Error, "ENDPOINTS of a connection that breaks while it is being made");
        test.Equal((ulong)Error.ConnectionReset, answer.First.Value, "the error of a connection that breaks while it is being made");
    }
}
