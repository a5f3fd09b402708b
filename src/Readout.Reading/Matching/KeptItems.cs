using System.Collections;

namespace Readout.Reading.Matching;

/// <summary>The items that a match kept under one name, in text order. A <c>foreach</c> goes through them without an object.</summary>
public readonly struct KeptItems(ItemList items, Captures captures, int name) : IEnumerable<Item>
{
    /// <summary>Goes through them.</summary>
    public Enumerator GetEnumerator() => new(items, captures, name);

    IEnumerator<Item> IEnumerable<Item>.GetEnumerator()
    {
        foreach (var item in this) yield return item;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Item>)this).GetEnumerator();

    /// <summary>The walk through them.</summary>
    public struct Enumerator(ItemList items, Captures captures, int name)
    {
        private int range = -1;
        private int at = -1;

        /// <summary>The item it has come to.</summary>
        public readonly Item Current => items[at];

        /// <summary>Goes to the next item.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            if (name < 0) return false;
            if (range >= 0 && ++at < captures[range].End) return true;
            while (++range < captures.Count)
            {
                var (kept, start, end) = captures[range];
                if (kept != name || start == end) continue;
                at = start;
                return true;
            }

            return false;
        }
    }
}
