using System;
using System.Collections.Generic;

namespace Euralios.Programs.Gopher;

/// <summary>A document that was looked at.</summary>
internal sealed class Visit(GopherRequest request)
{
    /// <summary>What was asked for.</summary>
    internal GopherRequest Request => request;

    /// <summary>How it was left; null where it was forgotten, and must be asked for again.</summary>
    internal PageView? View { get; set; }

    /// <summary>Where it was left, also after it was forgotten.</summary>
    internal int Top { get; set; }

    internal int Chosen { get; set; } = -1;
}

/// <summary>What was looked at, in its order, and what is looked at now. Its memory is bounded.</summary>
internal sealed class History
{
    /// <summary>The most visits.</summary>
    internal const int MostVisits = 100;

    /// <summary>The most characters of documents that are kept.</summary>
    internal const int MostCharacters = 8 << 20;

    private readonly List<Visit> visits = [];
    private int place = -1;

    internal Visit? Current => place < 0 ? null : visits[place];

    internal Visit? Before => place <= 0 ? null : visits[place - 1];

    internal Visit? After => place + 1 < visits.Count ? visits[place + 1] : null;

    /// <summary>Another document is looked at: whatever came after the last one is gone.</summary>
    internal void Add(Visit visit)
    {
        if (place + 1 < visits.Count)
            visits.RemoveRange(place + 1, visits.Count - place - 1);
        if (visits.Count == MostVisits)
            visits.RemoveAt(0);
        visits.Add(visit);
        place = visits.Count - 1;
        Forget();
    }

    /// <summary>Goes back or forward, where there is something.</summary>
    internal void Move(int direction)
    {
        place = Math.Clamp(place + direction, 0, visits.Count - 1);
        Forget();
    }

    /// <summary>Forgets documents, the farthest first, until the rest is not too large. The one that is looked at stays.</summary>
    internal void Forget()
    {
        int size = 0;
        for (int distance = 0; distance < visits.Count; distance++)
        {
            Count(place - distance, ref size);
            if (distance > 0)
                Count(place + distance, ref size);
        }
    }

    private void Count(int at, ref int size)
    {
        if (at < 0 || at >= visits.Count || visits[at].View is not { } view)
            return;
        size += Math.Min(view.Document.Size, MostCharacters);
        if (size <= MostCharacters || at == place)
            return;
        visits[at].Top = view.Top;
        visits[at].Chosen = view.Chosen;
        visits[at].View = null;
    }
}
