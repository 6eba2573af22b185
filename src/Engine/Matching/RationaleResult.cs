using System.Text.Json;

namespace Guildhall.Engine.Matching;

/// <summary>A match as canonical JSON.</summary>
static class RationaleResult
{
    public static void Write(Utf8JsonWriter w, Match match)
    {
        w.WriteStartObject();
        w.WriteNumber("score", match.Score);
        w.WriteNumber("compatibility", match.Compatibility);
        w.WriteNumber("confidence", match.Confidence);
        WriteCompletion(w, match.PredictedCompletion);
        w.WriteStartArray("factors");
        foreach (var factor in match.Factors) WriteFactor(w, factor);
        w.WriteEndArray();
        w.WriteStartArray("reasons");
        foreach (var reason in match.Reasons) WriteReason(w, reason);
        w.WriteEndArray();
        w.WriteStartArray("missingRequired");
        foreach (var skill in match.MissingRequired) w.WriteNumberValue(skill);
        w.WriteEndArray();
        w.WriteStartArray("counterfactuals");
        foreach (var change in match.Counterfactuals)
        {
            w.WriteStartObject();
            w.WritePropertyName("what");
            WriteReason(w, change.What);
            w.WriteNumber("score", change.Score);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteEndObject();
    }

    static void WriteCompletion(Utf8JsonWriter w, Completion? completion)
    {
        if (completion is null) { w.WriteNull("completion"); return; }
        w.WriteStartObject("completion");
        w.WriteNumber("start", completion.Start.DayNumber);
        w.WriteNumber("finish", completion.Finish.DayNumber);
        w.WriteNumber("workDays", completion.WorkDays);
        w.WriteEndObject();
    }

    static void WriteFactor(Utf8JsonWriter w, Factor factor)
    {
        w.WriteStartObject();
        w.WriteString("kind", factor.Kind.ToString());
        w.WriteNumber("max", factor.MaxPoints);
        w.WriteNumber("points", factor.Points);
        w.WritePropertyName("why");
        WriteReason(w, factor.Why);
        if (factor.Skills.Count > 0)
        {
            w.WriteStartArray("skills");
            foreach (var line in factor.Skills) WriteLine(w, line);
            w.WriteEndArray();
        }
        w.WriteEndObject();
    }

    static void WriteLine(Utf8JsonWriter w, SkillLine line)
    {
        w.WriteStartObject();
        w.WriteNumber("skill", line.SkillId);
        w.WriteBoolean("required", line.Required);
        w.WriteNumber("needed", line.NeededLevel);
        w.WriteNumber("have", line.HaveLevel);
        w.WriteBoolean("verified", line.Verified);
        w.WriteString("via", line.Via.ToString());
        if (line.UsedSkillId is { } used) w.WriteNumber("used", used);
        w.WriteNumber("max", line.MaxPoints);
        w.WriteNumber("points", line.Points);
        w.WriteEndObject();
    }

    static void WriteReason(Utf8JsonWriter w, Reason reason)
    {
        w.WriteStartObject();
        w.WriteString("key", reason.Key);
        w.WriteStartArray("args");
        foreach (var arg in reason.Args)
        {
            w.WriteStartObject();
            w.WriteString("kind", arg.Kind.ToString());
            w.WriteNumber("value", arg.Value);
            if (arg.Text is not null) w.WriteString("text", arg.Text);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteEndObject();
    }
}
