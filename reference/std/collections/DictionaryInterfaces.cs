using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

public interface IDictionary<TKey, TValue> : ICollection<KeyValuePair<TKey, TValue>>
{
    TValue this[TKey key] { get; set; }

    ICollection<TKey> Keys { get; }

    ICollection<TValue> Values { get; }

    bool ContainsKey(TKey key);

    void Add(TKey key, TValue value);

    bool Remove(TKey key);

    bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value);
}

public interface IReadOnlyDictionary<TKey, TValue> : IReadOnlyCollection<KeyValuePair<TKey, TValue>>
{
    TValue this[TKey key] { get; }

    IEnumerable<TKey> Keys { get; }

    IEnumerable<TValue> Values { get; }

    bool ContainsKey(TKey key);

    bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value);
}

public static class CollectionExtensions
{
    public static TValue? GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key) =>
        dictionary.GetValueOrDefault(key, default!);

    public static TValue GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key, TValue defaultValue) =>
        dictionary.TryGetValue(key, out TValue? value) ? value : defaultValue;

    public static bool TryAdd<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue value)
    {
        if (dictionary.ContainsKey(key))
            return false;
        dictionary.Add(key, value);
        return true;
    }
}
