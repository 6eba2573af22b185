using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// One piece of memory outside the collected heap: allocated while a segment is built, or a file mapped on start. It
/// lives as long as the segment that reads it.
/// </summary>
sealed unsafe class Slab
{
    readonly MemoryMappedFile? file;
    readonly MemoryMappedViewAccessor? view;

    public Slab(long length)
    {
        Length = length;
        Start = (byte*)NativeMemory.AlignedAlloc((nuint)length, 64);
        NativeMemory.Clear(Start, (nuint)length);
        GC.AddMemoryPressure(length);
    }

    Slab(MemoryMappedFile file, MemoryMappedViewAccessor view, byte* start, long length)
    {
        (this.file, this.view, Length) = (file, view, length);
        Start = start;
    }

    public byte* Start { get; }

    public long Length { get; }

    public static Slab Map(string path)
    {
        var length = new FileInfo(path).Length;
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return new(file, view, start + view.PointerOffset, length);
    }

    ~Slab()
    {
        if (view is null)
        {
            NativeMemory.AlignedFree(Start);
            GC.RemoveMemoryPressure(Length);
            return;
        }
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file!.Dispose();
    }
}

/// <summary>A run of equal values in a <see cref="Slab"/>. Unchecked: whoever reads it keeps to its length.</summary>
readonly unsafe struct Column<T>(byte* start, int length) where T : unmanaged
{
    public readonly T* Start = (T*)start;
    public readonly int Length = length;

    public ref T this[int at] => ref Start[at];

    public Span<T> Span => new(Start, Length);

    public void Fill(ReadOnlySpan<T> values) => values.CopyTo(Span);

    public Span<T> Slice(int from, int count) => new(Start + from, count);
}
