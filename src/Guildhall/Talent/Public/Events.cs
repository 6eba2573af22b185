namespace Guildhall.Talent.Public;

/// <summary>A freelancer's profile became visible to others.</summary>
public sealed record ProfilePublished(Guid AccountId);

/// <summary>Something that others see of a profile changed, or it was hidden: read it again.</summary>
public sealed record ProfileChanged(Guid AccountId);

/// <summary>A client said anew who and where they are.</summary>
public sealed record CompanyChanged(Guid AccountId);

/// <summary>Two skills were found to be one: whoever stores <c>From</c> stores <c>Into</c> from now on.</summary>
public sealed record SkillsMerged(int From, int Into);
