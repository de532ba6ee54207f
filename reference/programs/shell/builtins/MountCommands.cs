using Euralios.Std;

namespace Euralios.Shell;

/// <summary>mount and umount.</summary>
internal static class MountCommands
{
    internal static int List(BuiltInContext context)
    {
        if (context.Count > 0)
            return context.ShowUsage();
        if (!SystemCall.TryListMounts(out MemoryChunk chunk, out int length, out Error error))
            return context.Fail(error.Text());
        var reader = new JsonReader(chunk.Bytes(length));
        for (JsonToken token = reader.Read(); token is not (JsonToken.End or JsonToken.Malformed); token = reader.Read())
        {
            if (token == JsonToken.String)
                context.Output.WriteLine(reader.Text.Length == 0 ? "/" : reader.Text);
        }

        SystemCall.TryFree(chunk, out _);
        return 0;
    }

    internal static int Unmount(BuiltInContext context)
    {
        if (context.Count != 1)
            return context.ShowUsage();
        return SystemCall.TryUnmount(Text.ToUtf8(context[0]), out Error error) ? 0 : context.Fail($"{context[0]}: {error.Text()}");
    }
}
