using Guildhall.Contracts;
using Guildhall.Demo.Data;
using Guildhall.Demo.Stage;
using Guildhall.Payments;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Demo.Lives;

/// <summary>Milestone by milestone: paid into escrow, begun, handed in, sent back or approved, released.</summary>
sealed class MilestoneLife(
    Theatre theatre, Tale tale, Townsfolk people, PayoutLife payouts, PlacementLife placements)
{
    static readonly string[] Again =
    [
        "Changed as you asked; nothing else moved.",
        "Here it is again with your point dealt with.",
        "You were right about that. Fixed, and I looked for others of the kind.",
        "Second round: the request is in, the rest as before.",
    ];
    static readonly string[] AgainEs =
    [
        "Corregido como pediste; lo demás sigue igual.", "Va de nuevo, con tu observación resuelta.",
        "Tenías razón. Está corregido y revisé que no hubiera otros casos.",
    ];

    /// <summary>Plans all milestones; gives the moment the last of them was released.</summary>
    public DateTime Plan(ContractTrack contract, DateTime signed)
    {
        var done = signed;
        foreach (var (part, i) in contract.Data.Milestones.Select((m, i) => (m, i)))
            if (part.FundedInDays is { } funded)
                done = Moments.Later(done, Plan(contract, part, i + 1, funded, signed));
        return done;
    }

    DateTime Plan(ContractTrack contract, ContractPartData part, int position, int fundedDays, DateTime signed)
    {
        var (job, about) = (contract.Job, $"{contract.Job.Data.Ref} {position}");
        var funded = Moments.Later(theatre.Moments.On(fundedDays, job.Zone, about + "funded"),
            signed.AddMinutes(Chance.Between(15, 120, about)));
        tale.At(funded, () => Pay(contract, position));
        if (part.State == "funded") return funded;

        var limit = part.SubmittedInDays is { } days
            ? Moments.Later(theatre.Moments.On(days, contract.Zone, about + "submitted"), funded.AddMinutes(90))
            : theatre.Clock.Today;
        var started = Moments.Within(funded, Moments.Earlier(limit, funded.AddDays(2)), 0.4, contract.Zone);
        tale.At(started, async () =>
            await theatre.Get<StartMilestone>().Run(await Id(contract, position), contract.Freelancer, default));
        if (part.SubmittedInDays is null) return started;
        tale.At(limit, () => HandIn(contract, position, part.SubmissionNote ?? part.Title));
        return Answered(contract, part, position, limit);
    }

    DateTime Answered(ContractTrack contract, ContractPartData part, int position, DateTime submitted)
    {
        var (job, about) = (contract.Job, $"{contract.Job.Data.Ref} {position}");
        var approved = part.ReleasedInDays is { } days
            ? Moments.Later(theatre.Moments.On(days, job.Zone, about + "released"), submitted.AddMinutes(70))
            : Moments.Earlier(theatre.Clock.Today, submitted.AddDays(3));
        if (part.ChangeRequest is { } request)
        {
            var asked = Moments.Within(submitted, approved, 0.3, job.Zone);
            tale.At(asked, async () => await theatre.Get<RequestChanges>().Run(
                await Id(contract, position), job.Client, new(request), default));
            if (part.ReleasedInDays is null) return asked;
            var note = Chance.Pick(job.Data.Language == "es" ? AgainEs : Again, about);
            tale.At(Moments.Within(asked, approved, 0.6, contract.Zone), () => HandIn(contract, position, note));
        }
        if (part.ReleasedInDays is null) return submitted;
        tale.At(approved, async () =>
            await theatre.Get<ApproveMilestone>().Run(await Id(contract, position), job.Client, default));
        payouts.Plan(contract, about, approved);
        placements.Plan(contract, approved);
        return approved;
    }

    async Task Pay(ContractTrack contract, int position)
    {
        var (job, db) = (contract.Job, theatre.Db);
        var checkout = await theatre.Get<FundMilestone>().Run(await Id(contract, position), job.Client, default);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var year = theatre.Clock.Today.Year % 100 + Chance.Between(1, 4, job.Data.Client, "card");
        var expiry = $"{Chance.Between(1, 12, job.Data.Client, "month"):00}/{year:00}";
        await theatre.Get<PayByCard>().Run(checkout.PaymentId, job.Client,
            new(Simulator.Succeeds, expiry, "737", people.Name(job.Data.Client)), default);
    }

    async Task HandIn(ContractTrack contract, int position, string note) =>
        await theatre.Get<SubmitMilestone>().Run(
            await Id(contract, position), contract.Freelancer, new(note), [], default);

    async Task<Guid> Id(ContractTrack contract, int position) => (contract.Milestones ??= await theatre.Db
        .Set<Milestone>().Where(m => m.ContractId == contract.Id).OrderBy(m => m.Position).Select(m => m.Id)
        .ToArrayAsync())[position - 1];
}
