using System.Text;
using System.Text.Json.Nodes;
using Guildhall.Accounts;
using Guildhall.Contracts;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Money;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Support;

/// <summary>A contract and its two people.</summary>
public sealed record Agreement(Guid Id, Account Client, Account Freelancer, IReadOnlyList<Guid> Milestones)
{
    public string Url => $"/api/v1/contracts/{Id}";
    public string Page => $"/contracts/{Id}";
    public Guid First => Milestones[0];
}

/// <summary>Contracts in every stage, made through the front door and the API.</summary>
public static class ContractsSituations
{
    public static ContractTexts Texts { get; } = new(
        "Design and build the booking site of a small hotel.",
            "A site in two languages, its sources, and a handover call.",
        "Design by the second week, the site by the sixth.", "A fixed price for each milestone.",
        "Each milestone is funded before its work begins.", "The client owns what is paid. Both keep confidences.");

    public static async Task<Agreement> DraftContract(
        this Site site, Account? client = null, Account? freelancer = null, params long[] cents)
    {
        client ??= await site.Client();
        freelancer ??= await site.Freelancer();
        if (cents.Length == 0) cents = [500_00];
        var milestones = cents.Select((c, i) =>
            new MilestoneTerms($"Part {i + 1}", "What makes it done.", new Money(c, "USD"),
            DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime).AddDays(14 * (i + 1)))).ToArray();
        await using var scope = site.Services.CreateAsyncScope();
        var (db, drafts) = (scope.ServiceProvider.GetRequiredService<Db>(),
            scope.ServiceProvider.GetRequiredService<ContractDrafts>());
        var id = await db.Transact(() =>
            drafts.Create(new(Guid.CreateVersion7(), Guid.CreateVersion7(), client.Id, freelancer.Id,
            "Booking site for Hotel Miramar", Texts, milestones, "USD"), default), default);
        var contract = await (await site.As(client)).Get($"/api/v1/contracts/{id}");
        return new(id, client, freelancer, [.. contract["milestones"]!.AsArray().Select(m => (Guid)m!["id"]!)]);
    }

    public static async Task<JsonNode> Sign(this Site site, Agreement agreement, Account by)
    {
        var api = await site.As(by);
        var hash = (string)(await api.Get(agreement.Url))["document_hash"]!;
        return await api.Post($"{agreement.Url}/sign", new { full_name = by.FullName, document_hash = hash });
    }

    public static async Task<Agreement> SignedContract(this Site site, params long[] cents)
    {
        var agreement = await site.DraftContract(null, null, cents);
        await site.Sign(agreement, agreement.Client);
        await site.Sign(agreement, agreement.Freelancer);
        return agreement;
    }

    /// <summary>The client pays this milestone by card and the news arrives.</summary>
    public static async Task Fund(this Site site, Agreement agreement, Guid milestone, string card = GoodCard)
    {
        var client = await site.As(agreement.Client);
        var answer = await client.Post($"/api/v1/milestones/{milestone}/fund");
        await client.Post($"/api/v1/payments/{answer["payment_id"]}/card", Card(card));
        await site.Drain();
    }

    public static async Task<Agreement> ActiveContract(this Site site, params long[] cents)
    {
        var agreement = await site.SignedContract(cents);
        await site.Fund(agreement, agreement.First);
        return agreement;
    }

    public static async Task<JsonNode> Submit(this Site site, Agreement agreement, Guid milestone,
        string note = "It is done.") =>
        await (await site.As(agreement.Freelancer)).Post($"/api/v1/milestones/{milestone}/submit", new { note });

    /// <summary>The first milestone handed in with a text file; returns the file's address.</summary>
    public static async Task<string> DeliveredFile(this Site site, Agreement agreement, string content)
    {
        var api = await site.As(agreement.Freelancer);
        var form = TalentSituations.File("files", "delivery.txt", Encoding.UTF8.GetBytes(content), "text/plain");
        form.Add(new StringContent("It is done."), "note");
        var sent = await api.PostAsync($"/api/v1/milestones/{agreement.First}/submit", form);
        sent.EnsureSuccessStatusCode();
        var file = await site.Ask(db => db.Set<ContractFile>().SingleAsync(f => f.ContractId == agreement.Id));
        return $"{agreement.Page}/files/{file.Id}";
    }

    public static async Task<Agreement> SubmittedContract(this Site site, params long[] cents)
    {
        var agreement = await site.ActiveContract(cents);
        await site.Submit(agreement, agreement.First);
        return agreement;
    }
}
