using System.Text;
using Readout.Cli;
using Readout.Reading.Articles;

namespace Readout.Tests.Cli;

/// <summary>A terminal in memory.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly MemoryStream bytes = new();

    public TestTerminal(int? width = null, bool colours = false, Func<Stream>? input = null, CancellationToken stop = default) => Terminal = new Terminal
    {
        Out = output,
        OutBytes = bytes,
        Error = error,
        In = input ?? (() => new MemoryStream()),
        Width = width,
        Colours = colours,
        Now = () => Publication.TryParse("2026-03-20T09:30:00+07:00")!,
        Stop = stop,
    };

    public Terminal Terminal { get; }

    public string Out => output + Encoding.UTF8.GetString(bytes.ToArray());

    public string Error => error.ToString();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        bytes.Dispose();
    }

    public int Run(params string[] args)
    {
        var code = CommandLine.Run(args, Terminal);
        if (!bytes.CanWrite) throw new InvalidOperationException("A command closed standard output.");
        return code;
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("readout-test-").FullName;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string At(string name) => System.IO.Path.Join(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
