using System.Runtime.CompilerServices;
using Xunit;

namespace Readout.Tests;

/// <summary>
/// Compares text with an approved file beside the test. On a mismatch the text is written next to it as
/// <c>*.received.txt</c>; whoever finds it right renames it to <c>*.approved.txt</c>.
/// </summary>
internal static class Approval
{
    public static void Verify(string received, string folder, [CallerMemberName] string name = "")
    {
        var stem = Repository.At("tests", "Readout.Tests", folder, name);
        var approvedPath = stem + ".approved.txt";
        var receivedPath = stem + ".received.txt";
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : null;
        if (approved == received)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        if (approved is null) Assert.Fail($"Nothing is approved yet: look at {receivedPath} and rename it to {approvedPath}.");
        Assert.Equal(approved, received);
    }
}
