using Merriwig.Ipc;

namespace Merriwig.Lab;

/// <summary>Messages whose items follow from their tag: a look at one tells whether it is still as it was sent.</summary>
internal static class Letter
{
    internal static Message Of(ulong tag)
    {
        var words = new RandomSource(tag);
        return new Message
        {
            Tag = tag,
            First = words.Next(),
            Second = words.Next(),
            FirstKind = (ItemKind)words.Below(3),
            SecondKind = (ItemKind)words.Below(3),
        };
    }

    internal static bool IsIntact(in Message message)
    {
        Message sent = Of(message.Tag);
        return sent.First == message.First && sent.Second == message.Second &&
            sent.FirstKind == message.FirstKind && sent.SecondKind == message.SecondKind;
    }
}
