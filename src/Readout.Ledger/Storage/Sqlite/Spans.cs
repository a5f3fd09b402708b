using System.Globalization;
using System.Numerics;

namespace Readout.Ledger.Storage.Sqlite;

/// <summary>
/// Spans of days kept so that those around a day are found without looking at the others: each row holds its span's first day, its last
/// one and its width, as a power of two. A span of a width that ends after a day began no more than twice that width before it.
/// </summary>
internal static class Spans
{
    private const int Widths = 31;

    /// <summary>The width of a span; null where it ends as it begins, so that no day parts it.</summary>
    /// <param name="since">The number of its first day.</param>
    /// <param name="until">The number of its last day.</param>
    public static int? Width(int since, int until) => until > since ? BitOperations.Log2((uint)(until - since)) : null;

    /// <summary>
    /// A selection of the rows whose span begins on a day or before and ends after another (the same, or one before): with that of the
    /// first day only, those which the day parts.
    /// </summary>
    /// <param name="columns">The columns wanted, of the table <c>s</c>.</param>
    /// <param name="table">The table, with an index over width, first and last day.</param>
    /// <param name="since">Its column for the first day.</param>
    /// <param name="until">Its column for the last day.</param>
    /// <param name="width">Its column for the width.</param>
    /// <param name="begun">The number of the day on which the span has begun.</param>
    /// <param name="over">The number of the day on which it is not over.</param>
    public static string Around(string columns, string table, string since, string until, string width, int begun, int over)
    {
        // A list of widths beside the table lets SQLite go straight to the rows of each.
        var widths = string.Join(", ", Enumerable.Range(0, Widths).Select(w => string.Create(CultureInfo.InvariantCulture, $"({w}, {over - (2L << w)})")));
        return string.Create(CultureInfo.InvariantCulture, $"""
            SELECT {columns} FROM (SELECT column1 AS width, column2 AS least FROM (VALUES {widths})) w
            CROSS JOIN {table} s ON s.{width} = w.width AND s.{since} > w.least AND s.{since} <= {begun} AND s.{until} > {over}
            """);
    }
}
