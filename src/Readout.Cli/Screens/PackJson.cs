using System.Text.Json;
using Readout.Reading.Coverage;

namespace Readout.Cli.Screens;

/// <summary>The check of a pack as JSON Lines; <c>record</c> says what a line is.</summary>
internal static class PackJson
{
    /// <summary>Writes what is in a pack and what is wrong there.</summary>
    public static void Write(Stream output, PackReport report)
    {
        RowsJson.Lines(output, report.Tables, (json, table) =>
        {
            Begin(json, "table", report.Language);
            json.WriteString("file", table.Name);
            json.WriteNumber("rows", table.Rows);
            json.WriteNumber("forms", table.Forms);
        });
        RowsJson.Lines(output, report.Layers.SelectMany(l => l.Stages.Select(s => (Layer: l, Stage: s))), (json, row) =>
        {
            Begin(json, "stage", report.Language);
            json.WriteString("layer", row.Layer.Name);
            json.WriteString("stage", row.Stage.Name);
            json.WriteNumber("rules", row.Stage.Rules);
            json.WriteNumber("examples", row.Stage.Examples);
            json.WriteNumber("counterExamples", row.Stage.CounterExamples);
        });
        RowsJson.Lines(output, report.Problems, (json, problem) =>
        {
            Begin(json, problem.IsRemark ? "remark" : "problem", report.Language);
            json.WriteString("place", problem.Place);
            json.WriteString("message", problem.Message);
        });
    }

    /// <summary>Writes what a pack does not know, the most frequent of each kind.</summary>
    public static void Write(Stream output, CoverageSurvey survey, int top) =>
        RowsJson.Lines(output, Enum.GetValues<UnknownKind>().SelectMany(k => survey.Top(k, top)), (json, row) =>
        {
            json.WriteString("record", "unknown");
            json.WriteString("kind", row.Kind.ToString().ToLowerInvariant());
            json.WriteString("phrase", row.Phrase);
            json.WriteNumber("count", row.Count);
            json.WriteNumber("articles", row.Articles);
            json.WriteString("article", row.Article);
            json.WriteString("before", row.Before);
            json.WriteString("exact", row.Exact);
            json.WriteString("after", row.After);
        });

    private static void Begin(Utf8JsonWriter json, string record, string language)
    {
        json.WriteString("record", record);
        json.WriteString("language", language);
    }
}
