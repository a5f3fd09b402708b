using System.Collections;

namespace Readout.Reading.Matching;

/// <summary>The items of a text, in order.</summary>
public sealed class ItemList : IReadOnlyList<Item>
{
    private readonly Senses? senses;
    private ItemCell[] cells = [];

    /// <summary>Makes an empty list for items without senses.</summary>
    public ItemList()
    {
    }

    /// <summary>Makes an empty list.</summary>
    /// <param name="senses">The senses of its items.</param>
    internal ItemList(Senses senses) => this.senses = senses;

    /// <summary>How many items it has.</summary>
    public int Count { get; private set; }

    /// <summary>How many it has room for.</summary>
    internal int Capacity => cells.Length;

    /// <summary>The items as they are kept.</summary>
    internal ReadOnlySpan<ItemCell> Cells => cells.AsSpan(0, Count);

    /// <summary>An item.</summary>
    public Item this[int index] => new(Cells[index], senses);

    /// <summary>Adds an item; its sense must be among the list's.</summary>
    public void Add(Item item) => Add(item.Cell);

    /// <summary>Adds an item.</summary>
    internal void Add(in ItemCell cell)
    {
        if (Count == cells.Length) Array.Resize(ref cells, Math.Max(16, Count * 2));
        cells[Count++] = cell;
    }

    /// <summary>Adds items.</summary>
    internal void AddRange(ReadOnlySpan<ItemCell> more)
    {
        if (Count + more.Length > cells.Length) Array.Resize(ref cells, Math.Max(Count + more.Length, cells.Length * 2));
        more.CopyTo(cells.AsSpan(Count));
        Count += more.Length;
    }

    /// <summary>Room for so many items in all, to be filled; <see cref="Fill"/> tells then how many there are.</summary>
    internal Span<ItemCell> Room(int count)
    {
        if (count > cells.Length) cells = new ItemCell[Math.Max(count, cells.Length * 2)];
        return cells.AsSpan(0, count);
    }

    /// <summary>Tells how many items the room was filled with.</summary>
    internal void Fill(int count) => Count = count;

    /// <summary>Takes all items out.</summary>
    internal void Clear() => Count = 0;

    /// <summary>Where an item that begins at a token stands; negative where none does.</summary>
    /// <param name="first">Index of the token.</param>
    internal int IndexOf(int first)
    {
        var at = LowerBound(first);
        return at < Count && cells[at].First == first ? at : ~at;
    }

    /// <summary>Where the first item stands that begins at a token or after it; the number of items where none does.</summary>
    /// <param name="first">Index of the token.</param>
    internal int LowerBound(int first)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cells[middle].First < first) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Goes through the items without an object for it.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The items that stages found in the text: all others are passed over without a look at what they mean.</summary>
    internal FoundItems Found => new(this);

    IEnumerator<Item> IEnumerable<Item>.GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Item>)this).GetEnumerator();

    /// <summary>The walk through the items.</summary>
    public struct Enumerator(ItemList items)
    {
        private int at = -1;

        /// <summary>The item it has come to.</summary>
        public readonly Item Current => items[at];

        /// <summary>Goes to the next item.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++at < items.Count;
    }

    /// <summary>Goes through those items that stages found.</summary>
    internal struct FoundItems(ItemList items)
    {
        private int at = -1;

        /// <summary>The item it has come to.</summary>
        public readonly Item Current => items[at];

        /// <summary>Itself: a <c>foreach</c> goes through it.</summary>
        public readonly FoundItems GetEnumerator() => this;

        /// <summary>Goes to the next such item.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            var cells = items.Cells;
            while (++at < cells.Length)
            {
                if (Senses.IsFound(cells[at].Sense)) return true;
            }

            return false;
        }
    }
}
