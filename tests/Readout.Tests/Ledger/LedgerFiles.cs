using System.Text;
using Readout.Ledger;

namespace Readout.Tests.Ledger;

/// <summary>A folder for ledger files that goes away with the test.</summary>
public sealed class LedgerFiles : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("readout-ledger-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public static string Export(ContactLedger ledger)
    {
        using var bytes = new MemoryStream();
        ledger.Export(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
