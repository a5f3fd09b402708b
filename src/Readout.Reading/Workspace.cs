using Readout.Reading.Matching;
using Readout.Reading.Text;

namespace Readout.Reading;

/// <summary>
/// The lists that a reading fills, kept by its reader for the next one: made anew for every article they would be most of what
/// a reading allocates, and those of long articles would drive the garbage collector to look through the whole pack.
/// </summary>
internal sealed class Workspace(Senses senses)
{
    // What a very long article needed is not kept.
    private const int MostKept = 1 << 20;

    /// <summary>Lists of tokens.</summary>
    public Pool<Token> Tokens { get; } = new();

    /// <summary>Lists of numbers.</summary>
    public Pool<int> Numbers { get; } = new();

    /// <summary>Lists of items.</summary>
    public ItemPool Items { get; } = new(senses);

    /// <summary>The senses of the items.</summary>
    public Senses Senses => senses;

    /// <summary>Lists of one kind that are free.</summary>
    internal sealed class Pool<T>
    {
        private readonly Stack<List<T>> free = [];

        /// <summary>An empty list.</summary>
        public List<T> Take() => free.TryPop(out var list) ? list : [];

        /// <summary>Gives a list back, which nobody may use any more.</summary>
        public void Return(List<T> list)
        {
            if (list.Capacity > MostKept) return;
            list.Clear();
            free.Push(list);
        }
    }

    /// <summary>Lists of items that are free.</summary>
    internal sealed class ItemPool(Senses senses)
    {
        private readonly Stack<ItemList> free = [];

        /// <summary>An empty list.</summary>
        public ItemList Take() => free.TryPop(out var list) ? list : new ItemList(senses);

        /// <summary>Gives a list back, which nobody may use any more.</summary>
        public void Return(ItemList list)
        {
            if (list.Capacity > MostKept) return;
            list.Clear();
            free.Push(list);
        }
    }
}
