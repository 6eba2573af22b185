namespace Guildhall.Engine.Matching.Indexing;

/// <summary>A list whose array can be read.</summary>
struct Grow<T>()
{
    public T[] Items = [];

    /// <summary>May be set lower, to begin again.</summary>
    public int Count { get; set; }

    public void Add(T item)
    {
        if (Count == Items.Length) Reserve(1);
        Items[Count++] = item;
    }

    public void Add(ReadOnlySpan<T> items)
    {
        if (Count + items.Length > Items.Length) Reserve(items.Length);
        items.CopyTo(Items.AsSpan(Count));
        Count += items.Length;
    }

    public readonly Span<T> Span => Items.AsSpan(0, Count);

    void Reserve(int more) =>
        Array.Resize(ref Items, (int)Math.Min(Array.MaxLength, Math.Max(16, (long)Count + more + Items.Length / 2)));
}
