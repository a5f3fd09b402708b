using System.Text.Json;
using Readout.Ledger.Queries;

namespace Readout.Ledger;

/// <summary>The names that enumerated values have in files: the English word in camel case.</summary>
public static class Written
{
    /// <summary>The name of a value (<c>held</c>, <c>atLeast</c>, <c>single</c>).</summary>
    /// <typeparam name="T">An enumeration of the reading or the ledger.</typeparam>
    /// <param name="value">The value.</param>
    public static string Name<T>(T value) where T : struct, Enum =>
        value is Agreement.Sole ? "single" : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value that a name in a file means, in any case; null where it means none.</summary>
    /// <typeparam name="T">An enumeration of the reading or the ledger.</typeparam>
    /// <param name="name">The name.</param>
    public static T? Parse<T>(string? name) where T : struct, Enum =>
        name is { Length: > 0 } && char.IsAsciiLetter(name[0]) && Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : null;
}
