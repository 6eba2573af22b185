using System.Reflection;

namespace Guildhall.Tests.Architecture;

/// <summary>Which module a type belongs to, which types it touches, and which modules it may touch.</summary>
static class ModuleMap
{
    /// <summary>
    /// Who may call whom, through the front door (namespace …Public). Every row names only modules above it, so there
    /// are no cycles. Shared and the engine are open to all.
    /// </summary>
    public static readonly Dictionary<string, string[]> MayCall = new()
    {
        ["Accounts"] = [],
        ["Payments"] = ["Accounts"],
        ["Contracts"] = ["Accounts", "Payments"],
        ["Reputation"] = ["Accounts", "Contracts"],
        ["Talent"] = ["Accounts", "Contracts", "Reputation"],
        ["Jobs"] = ["Accounts", "Payments", "Contracts", "Reputation", "Talent"],
        ["Hiring"] = ["Accounts", "Payments", "Contracts", "Reputation", "Talent", "Jobs"],
        ["Matching"] = ["Accounts", "Payments", "Contracts", "Reputation", "Talent", "Jobs", "Hiring"],
        ["Notifications"] =
            ["Accounts", "Payments", "Contracts", "Reputation", "Talent", "Jobs", "Hiring", "Matching"],
        ["Insights"] =
            ["Accounts", "Payments", "Contracts", "Reputation", "Talent", "Jobs", "Hiring", "Matching",
                "Notifications"],
    };

    const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Violations(IEnumerable<Type> types) => (
        from type in types
        where Module(type) is not null
        from used in TypesUsedBy(type).SelectMany(Parts)
        where Crosses(type, used)
        select $"{type.FullName} reaches into {used.FullName}").Distinct().Order();

    static bool Crosses(Type type, Type used)
    {
        if (Module(type) is not { } from || Module(used) is not { } to || from == to) return false;
        if (to == "Shared") return false;
        if (from == "Shared") return used.FullName != "Guildhall.Accounts.Account"; // the data context is Identity's
        return !MayCall[from].Contains(to) || used.Namespace != $"Guildhall.{to}.Public";
    }

    static string? Module(Type type) => type.Namespace?.Split('.') is ["Guildhall", var module, ..]
        && (module == "Shared" || MayCall.ContainsKey(module)) ? module : null;

    static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericType && !type.IsGenericTypeDefinition
            ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
            : [type];
    }

    // Signatures, attributes and every type token named in method bodies.
    static IEnumerable<Type> TypesUsedBy(Type type)
    {
        if (type.BaseType is { } parent) yield return parent;
        foreach (var face in type.GetInterfaces()) yield return face;
        foreach (var field in type.GetFields(Everything)) yield return field.FieldType;
        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            foreach (var parameter in method.GetParameters()) yield return parameter.ParameterType;
            if (method is MethodInfo info) yield return info.ReturnType;
            foreach (var used in TypesInBody(type, method)) yield return used;
        }
    }

    static IEnumerable<Type> TypesInBody(Type type, MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        foreach (var token in Instructions.Tokens(il))
        {
            if (Resolve(type, method, token) is not { } member) continue;
            if (member is Type named) yield return named;
            else if (member.DeclaringType is { } declaring) yield return declaring;
            if (member is MethodInfo { IsGenericMethod: true } generic)
                foreach (var argument in generic.GetGenericArguments()) yield return argument;
        }
    }

    static MemberInfo? Resolve(Type type, MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMember(token, type.IsGenericType ? type.GetGenericArguments() : null,
                method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null; // a signature or a string
        }
    }
}
