using Guildhall.Accounts.Public;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Ui;
using Guildhall.Talent.Public;
using Microsoft.AspNetCore.Components;

namespace Guildhall.Hiring.Pages;

/// <summary>What the page for a new proposal and the page for changing one share: the brief, the sums,
/// the buttons.</summary>
public abstract class OfferPage : FormPage
{
    [Inject] public JobBoard Board { get; set; } = null!;
    [Inject] public People People { get; set; } = null!;
    [Inject] public Freelancers Freelancers { get; set; } = null!;
    [Inject] public Fees Fees { get; set; } = null!;
    [Inject] public TimeProvider Clock { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "proposal")] public OfferForm? Input { get; set; }

    protected JobView Job { get; private set; } = null!;
    protected Person Client { get; private set; } = null!;
    protected ClientRecord Record { get; private set; } = null!;
    protected FreelancerCard? Mine { get; private set; }
    protected OfferSums? Sums { get; private set; }

    /// <summary>Everything was found in order by the last press of Check.</summary>
    protected bool IsInOrder { get; private set; }

    protected async Task Load(Guid jobId)
    {
        Job = await Board.One(jobId, UserId, Ct);
        Client = await People.One(Job.ClientId, Ct);
        Record = await Board.RecordOf(Job.ClientId, Ct);
        Mine = await Freelancers.Find(UserId, Ct);
    }

    /// <summary>Shows what the form as typed would cost and pay.</summary>
    protected async Task Count() => Sums = OfferSums.Of(Input!.Read(Job).Offer(Job), await Fees.Current(Ct));

    /// <summary>Check and Add leave everything as typed and store nothing; the others run the use case.</summary>
    protected async Task Press(Func<ProposalRequest, IReadOnlyList<IFormFile>, CancellationToken, Task<string>> store)
    {
        var request = Input!.Read(Job);
        if (Input.Do is "check" or "add")
        {
            if (Input.Do == "add") Input.Milestones.Add(new());
            else Check(request);
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity; // the same page, not stored
            return;
        }
        var files = Http.Request.Form.Files.Where(f => f.Length > 0).ToArray();
        var then = "";
        await Submit(async ct => then = await store(request, files, ct), () => then);
        SayUnreadable();
    }

    void SayUnreadable()
    {
        foreach (var (field, words) in Input!.Unreadable(Job)) Errors[field] = Words[words];
    }

    void Check(ProposalRequest request)
    {
        try
        {
            OfferRules.Refuse(request.Offer(Job), Job, Clock.Today());
            IsInOrder = true;
        }
        catch (Invalid invalid)
        {
            foreach (var (field, words) in invalid.Errors) Errors[field] = Words[words];
            SayUnreadable();
        }
    }
}
