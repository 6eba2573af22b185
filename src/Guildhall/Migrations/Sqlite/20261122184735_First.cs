using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Guildhall.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstName = table.Column<string>(type: "TEXT", nullable: false),
                    LastName = table.Column<string>(type: "TEXT", nullable: false),
                    IsClient = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsFreelancer = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsAdmin = table.Column<bool>(type: "INTEGER", nullable: false),
                    ActingAs = table.Column<string>(type: "TEXT", nullable: false),
                    Standing = table.Column<string>(type: "TEXT", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    AvatarId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Suspension = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_links",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_links", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "accounts_mails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_mails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_refresh_tokens",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_refresh_tokens", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "accounts_registrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    NormalizedEmail = table.Column<string>(type: "TEXT", nullable: false),
                    FirstName = table.Column<string>(type: "TEXT", nullable: false),
                    LastName = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: false),
                    Then = table.Column<string>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MailedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LinkHash = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_registrations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    UserAgent = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_tries",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_tries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "contracts_contracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FreelancerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientName = table.Column<string>(type: "TEXT", nullable: false),
                    FreelancerName = table.Column<string>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    FeesJson = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SignBy = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    EmployerSignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WorkerSignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LockedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Document = table.Column<string>(type: "TEXT", nullable: true),
                    ActivatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Policy_ClearingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Policy_CloseDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Policy_Release = table.Column<string>(type: "TEXT", nullable: false),
                    Policy_ReviewDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Policy_Revisions = table.Column<int>(type: "INTEGER", nullable: false),
                    Policy_SignDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Texts_Deliverables = table.Column<string>(type: "TEXT", nullable: false),
                    Texts_DescriptionOfServices = table.Column<string>(type: "TEXT", nullable: false),
                    Texts_PaymentTermsAndSchedule = table.Column<string>(type: "TEXT", nullable: false),
                    Texts_PricingAndRates = table.Column<string>(type: "TEXT", nullable: false),
                    Texts_ProjectSchedule = table.Column<string>(type: "TEXT", nullable: false),
                    Texts_TermsAndConditions = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contracts_contracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "contracts_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MilestoneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contracts_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "contracts_history",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MilestoneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Minor = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contracts_history", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hiring_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hiring_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hiring_invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FreelancerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Sendings = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ViewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclinedFor = table.Column<string>(type: "TEXT", nullable: true),
                    DeclineNote = table.Column<string>(type: "TEXT", nullable: true),
                    NoMore = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hiring_invitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hiring_proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FreelancerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    MatchScore = table.Column<int>(type: "INTEGER", nullable: true),
                    DeclinedFor = table.Column<string>(type: "TEXT", nullable: true),
                    DeclineNote = table.Column<string>(type: "TEXT", nullable: true),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ViewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Offer_CoverLetter = table.Column<string>(type: "TEXT", nullable: false),
                    Offer_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Offer_Hours = table.Column<int>(type: "INTEGER", nullable: true),
                    Offer_Milestones = table.Column<string>(type: "TEXT", nullable: false),
                    Offer_Minor = table.Column<long>(type: "INTEGER", nullable: true),
                    Offer_Pay = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hiring_proposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "jobs_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "jobs_guests",
                columns: table => new
                {
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs_guests", x => new { x.JobId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "jobs_jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    FreelancerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Proposals = table.Column<int>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActiveAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AwardedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedFor = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Brief_Category = table.Column<string>(type: "TEXT", nullable: true),
                    Brief_Complexity = table.Column<int>(type: "INTEGER", nullable: false),
                    Brief_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Brief_Description = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_Hiring = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_Hours = table.Column<int>(type: "INTEGER", nullable: true),
                    Brief_Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_Languages = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_MaxMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    Brief_Milestones = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_MinMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    Brief_Pay = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_ProjectType = table.Column<string>(type: "TEXT", nullable: true),
                    Brief_Quality = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_Skills = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_Title = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_Typed = table.Column<string>(type: "TEXT", nullable: false),
                    Brief_WeeklyHours = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs_jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "matching_changes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_changes", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "matching_feedback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FreelancerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_feedback", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "matching_learned",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Through = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Lessons = table.Column<int>(type: "INTEGER", nullable: false),
                    Data = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_learned", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "matching_lists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ViewerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Items = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Pair = table.Column<int>(type: "INTEGER", nullable: true),
                    IsSwapped = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExploredId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Quality = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_lists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "matching_matches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FreelancerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Compatibility = table.Column<int>(type: "INTEGER", nullable: false),
                    Confidence = table.Column<int>(type: "INTEGER", nullable: false),
                    Finish = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InputsHash = table.Column<string>(type: "TEXT", nullable: false),
                    WeightsVersion = table.Column<string>(type: "TEXT", nullable: false),
                    GraphVersion = table.Column<string>(type: "TEXT", nullable: false),
                    Formula = table.Column<int>(type: "INTEGER", nullable: false),
                    Program = table.Column<string>(type: "TEXT", nullable: false),
                    IsNewcomer = table.Column<bool>(type: "INTEGER", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", nullable: false),
                    Signature = table.Column<string>(type: "TEXT", nullable: false),
                    Packed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_matches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "matching_openings",
                columns: table => new
                {
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_openings", x => new { x.ListId, x.ItemId });
                });

            migrationBuilder.CreateTable(
                name: "matching_placements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FreelancerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    BoughtAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StoppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ReturnedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Price_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Price_Minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_placements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "matching_policies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rerank = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Explore = table.Column<bool>(type: "INTEGER", nullable: false),
                    Swap = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChosenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_policies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "matching_proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Base = table.Column<string>(type: "TEXT", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_proposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "matching_search_alerts",
                columns: table => new
                {
                    SearchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_search_alerts", x => new { x.SearchId, x.SubjectId });
                });

            migrationBuilder.CreateTable(
                name: "matching_searches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Alerts = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AlertsSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LookedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_searches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "matching_weights",
                columns: table => new
                {
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Skills = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<int>(type: "INTEGER", nullable: false),
                    Availability = table.Column<int>(type: "INTEGER", nullable: false),
                    Reputation = table.Column<int>(type: "INTEGER", nullable: false),
                    Rate = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Expected = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matching_weights", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_preferences",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    InApp = table.Column<bool>(type: "INTEGER", nullable: false),
                    Mail = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_preferences", x => new { x.PersonId, x.Topic });
                });

            migrationBuilder.CreateTable(
                name: "payments_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ScopeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", nullable: false),
                    MayOverdraw = table.Column<bool>(type: "INTEGER", nullable: false),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_accounts", x => x.Id);
                    table.CheckConstraint("CK_payments_accounts_overdraft", "\"MayOverdraw\" OR \"Balance\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "payments_chain",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Taken = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_chain", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payments_escrows",
                columns: table => new
                {
                    MilestoneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FreelancerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FundedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    RefundReason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Fee_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Fee_Minor = table.Column<long>(type: "INTEGER", nullable: false),
                    Gross_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Gross_Minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_escrows", x => x.MilestoneId);
                });

            migrationBuilder.CreateTable(
                name: "payments_fee_schedules",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Preset = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_fee_schedules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payments_intents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    PurposeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PayerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    ReturnUrl = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    Last4 = table.Column<string>(type: "TEXT", nullable: true),
                    Brand = table.Column<string>(type: "TEXT", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    CapturedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Gross_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Gross_Minor = table.Column<long>(type: "INTEGER", nullable: false),
                    Total_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Total_Minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_intents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payments_journals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_journals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payments_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Series = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ForId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Total_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Total_Minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_papers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payments_payout_methods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", nullable: false),
                    Last4 = table.Column<string>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_payout_methods", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payments_payouts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MethodId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    HeldUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Amount_Minor = table.Column<long>(type: "INTEGER", nullable: false),
                    Fee_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Fee_Minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_payouts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payments_series",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_series", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "payments_verifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Journals = table.Column<long>(type: "INTEGER", nullable: false),
                    Head = table.Column<string>(type: "TEXT", nullable: false),
                    Fault = table.Column<string>(type: "TEXT", nullable: true),
                    Row = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_verifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reputation_reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractTitle = table.Column<string>(type: "TEXT", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RevieweeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reply = table.Column<string>(type: "TEXT", nullable: true),
                    RepliedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Ratings_Communication = table.Column<int>(type: "INTEGER", nullable: false),
                    Ratings_Deadlines = table.Column<int>(type: "INTEGER", nullable: false),
                    Ratings_OnTime = table.Column<bool>(type: "INTEGER", nullable: false),
                    Ratings_Overall = table.Column<int>(type: "INTEGER", nullable: false),
                    Ratings_Professionalism = table.Column<int>(type: "INTEGER", nullable: false),
                    Ratings_Quality = table.Column<int>(type: "INTEGER", nullable: false),
                    Ratings_Success = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reputation_reviews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reputation_snapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Formula = table.Column<string>(type: "TEXT", nullable: false),
                    Reviews = table.Column<int>(type: "INTEGER", nullable: false),
                    StarsHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    Confidence = table.Column<string>(type: "TEXT", nullable: false),
                    Components = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reputation_snapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Details = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_blobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsPublic = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_blobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_idempotency",
                columns: table => new
                {
                    CallerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    ContentType = table.Column<string>(type: "TEXT", nullable: true),
                    Location = table.Column<string>(type: "TEXT", nullable: true),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_idempotency", x => new { x.CallerId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "shared_jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Queue = table.Column<string>(type: "TEXT", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UniqueKey = table.Column<string>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    LockedBy = table.Column<string>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_live_topics",
                columns: table => new
                {
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_live_topics", x => x.Topic);
                });

            migrationBuilder.CreateTable(
                name: "shared_site_keys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_site_keys", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "talent_categories",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameEs = table.Column<string>(type: "TEXT", nullable: true),
                    Parent = table.Column<string>(type: "TEXT", nullable: true),
                    Icon = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talent_categories", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "talent_clients",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Company = table.Column<string>(type: "TEXT", nullable: false),
                    Industry = table.Column<string>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<string>(type: "TEXT", nullable: true),
                    City = table.Column<string>(type: "TEXT", nullable: true),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talent_clients", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "talent_favourites",
                columns: table => new
                {
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talent_favourites", x => new { x.OwnerId, x.Kind, x.SubjectId });
                });

            migrationBuilder.CreateTable(
                name: "talent_profiles",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false),
                    Bio = table.Column<string>(type: "TEXT", nullable: false),
                    RateMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    RateCurrency = table.Column<string>(type: "TEXT", nullable: false),
                    ExperienceYears = table.Column<int>(type: "INTEGER", nullable: true),
                    City = table.Column<string>(type: "TEXT", nullable: true),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: true),
                    WeeklyHours = table.Column<int>(type: "INTEGER", nullable: true),
                    EarliestStart = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Visibility = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Languages = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talent_profiles", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "talent_project_types",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    SuperType = table.Column<string>(type: "TEXT", nullable: false),
                    SuperTypeEs = table.Column<string>(type: "TEXT", nullable: true),
                    Type = table.Column<string>(type: "TEXT", nullable: true),
                    TypeEs = table.Column<string>(type: "TEXT", nullable: true),
                    Platform = table.Column<string>(type: "TEXT", nullable: true),
                    PlatformEs = table.Column<string>(type: "TEXT", nullable: true),
                    Category = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talent_project_types", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "talent_skills",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameEs = table.Column<string>(type: "TEXT", nullable: true),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Difficulty = table.Column<int>(type: "INTEGER", nullable: false),
                    Prerequisites = table.Column<string>(type: "TEXT", nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", nullable: false),
                    Related = table.Column<string>(type: "TEXT", nullable: false),
                    Icon = table.Column<string>(type: "TEXT", nullable: true),
                    Demand = table.Column<int>(type: "INTEGER", nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    MergedInto = table.Column<int>(type: "INTEGER", nullable: true),
                    IsEdited = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talent_skills", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "talent_taxonomy",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", nullable: false),
                    Edits = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talent_taxonomy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_claims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_claims_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_logins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_accounts_logins_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_passkeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_passkeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_accounts_passkeys_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_tokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_accounts_tokens_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contracts_milestones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    IntentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FundedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewDueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedBySilence = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Deliveries = table.Column<int>(type: "INTEGER", nullable: false),
                    Revisions = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount_Currency = table.Column<string>(type: "TEXT", nullable: false),
                    Amount_Minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contracts_milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contracts_milestones_contracts_contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "contracts_contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contracts_signatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Party = table.Column<string>(type: "TEXT", nullable: false),
                    FullName = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contracts_signatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contracts_signatures_contracts_contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "contracts_contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payments_lines",
                columns: table => new
                {
                    JournalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_lines", x => new { x.JournalId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_payments_lines_payments_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "payments_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_payments_lines_payments_journals_JournalId",
                        column: x => x.JournalId,
                        principalTable: "payments_journals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "talent_experiences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Summary = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talent_experiences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_talent_experiences_talent_profiles_AccountId",
                        column: x => x.AccountId,
                        principalTable: "talent_profiles",
                        principalColumn: "AccountId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "talent_portfolio",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    SkillIds = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Files = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talent_portfolio", x => x.Id);
                    table.ForeignKey(
                        name: "FK_talent_portfolio_talent_profiles_AccountId",
                        column: x => x.AccountId,
                        principalTable: "talent_profiles",
                        principalColumn: "AccountId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "talent_profile_skills",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SkillId = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    IsVerified = table.Column<bool>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talent_profile_skills", x => new { x.AccountId, x.SkillId });
                    table.CheckConstraint("CK_level", "\"Level\" BETWEEN 1 AND 10");
                    table.ForeignKey(
                        name: "FK_talent_profile_skills_talent_profiles_AccountId",
                        column: x => x.AccountId,
                        principalTable: "talent_profiles",
                        principalColumn: "AccountId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "matching_weights",
                columns: new[] { "Version", "Availability", "EffectiveFrom", "Expected", "Place", "PublishedAt", "PublishedBy", "Rate", "Reputation", "Skills", "Text", "Why" },
                values: new object[,]
                {
                    { "v1", 1400, new DateOnly(2026, 1, 1), 0, 300, null, null, 1300, 1200, 5000, 800, null },
                    { "v2", 1300, new DateOnly(2026, 11, 1), 600, 300, null, null, 1300, 1100, 4600, 800, null }
                });

            migrationBuilder.InsertData(
                table: "payments_chain",
                columns: new[] { "Id", "Hash", "Sequence", "Taken" },
                values: new object[] { 1, "0000000000000000000000000000000000000000000000000000000000000000", 0L, 0L });

            migrationBuilder.InsertData(
                table: "payments_fee_schedules",
                columns: new[] { "Id", "EffectiveFrom", "Fingerprint", "Json", "Number", "Preset" },
                values: new object[,]
                {
                    { "commission-free@1", new DateOnly(2000, 1, 1), "30c3575e19947ac73649a18b183505eefbae016a3205a14c2533d3ae0fc47d59", "{\"effectiveFrom\":\"2000-01-01\",\"id\":\"commission-free\",\"lines\":[],\"postingCredits\":0,\"proposalCredits\":0,\"shares\":[],\"version\":1}", 1, "commission-free" },
                    { "skill-gig@1", new DateOnly(2000, 1, 1), "cc17a08136dcf9d468047d62a58b8f1c8af70b9fa3dff674c2a111e6305e1d52", "{\"effectiveFrom\":\"2000-01-01\",\"id\":\"skill-gig\",\"lines\":[{\"basisPoints\":1000,\"kind\":\"percent\",\"label\":\"Client fee\",\"payer\":\"client\",\"trigger\":\"release\"}],\"postingCredits\":0,\"proposalCredits\":0,\"shares\":[],\"version\":1}", 1, "skill-gig" },
                    { "subscription-only@1", new DateOnly(2000, 1, 1), "27884d7a883aa2f62b961f518235fdc1bc86c0af7becfb719d5f242c14976c07", "{\"effectiveFrom\":\"2000-01-01\",\"id\":\"subscription-only\",\"lines\":[],\"postingCredits\":0,\"proposalCredits\":0,\"shares\":[],\"version\":1}", 1, "subscription-only" },
                    { "tasktribe@1", new DateOnly(2000, 1, 1), "da6d76353557b1a81340b587801d4131af179981203bf610821148bae776aee5", "{\"effectiveFrom\":\"2000-01-01\",\"id\":\"tasktribe\",\"lines\":[{\"basisPoints\":500,\"kind\":\"percent\",\"label\":\"Client fee\",\"payer\":\"client\",\"trigger\":\"release\"},{\"basisPoints\":1000,\"kind\":\"percent\",\"label\":\"Freelancer fee\",\"payer\":\"freelancer\",\"trigger\":\"release\"}],\"postingCredits\":0,\"proposalCredits\":0,\"shares\":[],\"version\":1}", 1, "tasktribe" },
                    { "techgigs@1", new DateOnly(2000, 1, 1), "652bde7d819c39055810722adcc092031f2b8b5af321c80e4047a800f8e0418e", "{\"effectiveFrom\":\"2000-01-01\",\"id\":\"techgigs\",\"lines\":[],\"postingCredits\":1,\"proposalCredits\":0,\"shares\":[],\"version\":1}", 1, "techgigs" }
                });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_JoinedAt",
                table: "accounts",
                column: "JoinedAt");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_claims_UserId",
                table: "accounts_claims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_links_AccountId",
                table: "accounts_links",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_logins_UserId",
                table: "accounts_logins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_mails_At",
                table: "accounts_mails",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_passkeys_UserId",
                table: "accounts_passkeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_refresh_tokens_SessionId",
                table: "accounts_refresh_tokens",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_registrations_AskedAt",
                table: "accounts_registrations",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_registrations_LinkHash",
                table: "accounts_registrations",
                column: "LinkHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_registrations_NormalizedEmail",
                table: "accounts_registrations",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_sessions_AccountId",
                table: "accounts_sessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_contracts_contracts_ClientId_UpdatedAt",
                table: "contracts_contracts",
                columns: new[] { "ClientId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_contracts_contracts_FreelancerId_UpdatedAt",
                table: "contracts_contracts",
                columns: new[] { "FreelancerId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_contracts_contracts_JobId",
                table: "contracts_contracts",
                column: "JobId");

            migrationBuilder.CreateIndex(
                name: "IX_contracts_contracts_ProposalId",
                table: "contracts_contracts",
                column: "ProposalId",
                unique: true,
                filter: "\"State\" NOT IN ('Declined', 'Expired')");

            migrationBuilder.CreateIndex(
                name: "IX_contracts_files_ContractId",
                table: "contracts_files",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_contracts_history_ContractId_At",
                table: "contracts_history",
                columns: new[] { "ContractId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_contracts_milestones_ContractId",
                table: "contracts_milestones",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_contracts_signatures_ContractId_Party",
                table: "contracts_signatures",
                columns: new[] { "ContractId", "Party" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contracts_signatures_Hash",
                table: "contracts_signatures",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_hiring_files_ProposalId",
                table: "hiring_files",
                column: "ProposalId");

            migrationBuilder.CreateIndex(
                name: "IX_hiring_invitations_ClientId_SentAt",
                table: "hiring_invitations",
                columns: new[] { "ClientId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_hiring_invitations_FreelancerId_SentAt",
                table: "hiring_invitations",
                columns: new[] { "FreelancerId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_hiring_invitations_JobId_FreelancerId",
                table: "hiring_invitations",
                columns: new[] { "JobId", "FreelancerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hiring_proposals_ClientId_UpdatedAt",
                table: "hiring_proposals",
                columns: new[] { "ClientId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_hiring_proposals_FreelancerId_UpdatedAt",
                table: "hiring_proposals",
                columns: new[] { "FreelancerId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_hiring_proposals_JobId_FreelancerId",
                table: "hiring_proposals",
                columns: new[] { "JobId", "FreelancerId" },
                unique: true,
                filter: "\"State\" IN ('Draft', 'Submitted', 'Viewed', 'Shortlisted', 'Accepted')");

            migrationBuilder.CreateIndex(
                name: "IX_hiring_proposals_JobId_State",
                table: "hiring_proposals",
                columns: new[] { "JobId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_files_JobId",
                table: "jobs_files",
                column: "JobId");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_guests_AccountId",
                table: "jobs_guests",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_jobs_ClientId_UpdatedAt",
                table: "jobs_jobs",
                columns: new[] { "ClientId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_jobs_State_PublishedAt",
                table: "jobs_jobs",
                columns: new[] { "State", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_matching_changes_At",
                table: "matching_changes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_matching_feedback_FreelancerId_Side",
                table: "matching_feedback",
                columns: new[] { "FreelancerId", "Side" });

            migrationBuilder.CreateIndex(
                name: "IX_matching_feedback_JobId_FreelancerId_Side",
                table: "matching_feedback",
                columns: new[] { "JobId", "FreelancerId", "Side" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matching_lists_At",
                table: "matching_lists",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_matching_lists_ViewerId_At",
                table: "matching_lists",
                columns: new[] { "ViewerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_matching_matches_FreelancerId",
                table: "matching_matches",
                column: "FreelancerId");

            migrationBuilder.CreateIndex(
                name: "IX_matching_matches_JobId_FreelancerId",
                table: "matching_matches",
                columns: new[] { "JobId", "FreelancerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matching_matches_JobId_IsCurrent_Score",
                table: "matching_matches",
                columns: new[] { "JobId", "IsCurrent", "Score" });

            migrationBuilder.CreateIndex(
                name: "IX_matching_openings_At",
                table: "matching_openings",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_matching_placements_EndsAt",
                table: "matching_placements",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_matching_placements_FreelancerId_StartsAt",
                table: "matching_placements",
                columns: new[] { "FreelancerId", "StartsAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matching_policies_At",
                table: "matching_policies",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_matching_proposals_At",
                table: "matching_proposals",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_matching_searches_Kind_Alerts",
                table: "matching_searches",
                columns: new[] { "Kind", "Alerts" });

            migrationBuilder.CreateIndex(
                name: "IX_matching_searches_OwnerId_Kind_Query",
                table: "matching_searches",
                columns: new[] { "OwnerId", "Kind", "Query" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_PersonId_At",
                table: "notifications",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_unread",
                table: "notifications",
                column: "PersonId",
                filter: "\"ReadAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_payments_accounts_OwnerId_Kind",
                table: "payments_accounts",
                columns: new[] { "OwnerId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_accounts_ScopeId",
                table: "payments_accounts",
                column: "ScopeId");

            migrationBuilder.CreateIndex(
                name: "IX_payments_escrows_ClientId",
                table: "payments_escrows",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_payments_escrows_ContractId",
                table: "payments_escrows",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_payments_fee_schedules_Preset_EffectiveFrom",
                table: "payments_fee_schedules",
                columns: new[] { "Preset", "EffectiveFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_intents_PayerId_CreatedAt",
                table: "payments_intents",
                columns: new[] { "PayerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_intents_Purpose_PurposeId",
                table: "payments_intents",
                columns: new[] { "Purpose", "PurposeId" },
                unique: true,
                filter: "\"Purpose\" = 'milestone' AND \"State\" <> 'Expired'");

            migrationBuilder.CreateIndex(
                name: "IX_payments_journals_ContractId",
                table: "payments_journals",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_payments_journals_Reference",
                table: "payments_journals",
                column: "Reference");

            migrationBuilder.CreateIndex(
                name: "IX_payments_journals_Sequence",
                table: "payments_journals",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_lines_AccountId",
                table: "payments_lines",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_payments_papers_ForId_IssuedAt",
                table: "payments_papers",
                columns: new[] { "ForId", "IssuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_papers_Kind_SubjectId",
                table: "payments_papers",
                columns: new[] { "Kind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_papers_Series_Number",
                table: "payments_papers",
                columns: new[] { "Series", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_payout_methods_OwnerId",
                table: "payments_payout_methods",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_payments_payouts_OwnerId_RequestedAt",
                table: "payments_payouts",
                columns: new[] { "OwnerId", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_verifications_At",
                table: "payments_verifications",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_reputation_reviews_ContractId_ReviewerId",
                table: "reputation_reviews",
                columns: new[] { "ContractId", "ReviewerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reputation_reviews_RevieweeId_About_PublishedAt",
                table: "reputation_reviews",
                columns: new[] { "RevieweeId", "About", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_reputation_snapshots_AccountId_Side",
                table: "reputation_snapshots",
                columns: new[] { "AccountId", "Side" },
                unique: true,
                filter: "\"IsCurrent\"");

            migrationBuilder.CreateIndex(
                name: "IX_reputation_snapshots_AccountId_Side_At",
                table: "reputation_snapshots",
                columns: new[] { "AccountId", "Side", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_audit_ActorId_At",
                table: "shared_audit",
                columns: new[] { "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_audit_Subject",
                table: "shared_audit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_shared_blobs_OwnerId",
                table: "shared_blobs",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_jobs_Queue_DueAt",
                table: "shared_jobs",
                columns: new[] { "Queue", "DueAt" },
                filter: "\"State\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_shared_jobs_UniqueKey",
                table: "shared_jobs",
                column: "UniqueKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_talent_experiences_AccountId",
                table: "talent_experiences",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_talent_favourites_OwnerId_At",
                table: "talent_favourites",
                columns: new[] { "OwnerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_talent_portfolio_AccountId",
                table: "talent_portfolio",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_talent_profile_skills_SkillId",
                table: "talent_profile_skills",
                column: "SkillId");

            migrationBuilder.CreateIndex(
                name: "IX_talent_profiles_Visibility",
                table: "talent_profiles",
                column: "Visibility");

            migrationBuilder.CreateIndex(
                name: "IX_talent_skills_Slug",
                table: "talent_skills",
                column: "Slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_claims");

            migrationBuilder.DropTable(
                name: "accounts_links");

            migrationBuilder.DropTable(
                name: "accounts_logins");

            migrationBuilder.DropTable(
                name: "accounts_mails");

            migrationBuilder.DropTable(
                name: "accounts_passkeys");

            migrationBuilder.DropTable(
                name: "accounts_refresh_tokens");

            migrationBuilder.DropTable(
                name: "accounts_registrations");

            migrationBuilder.DropTable(
                name: "accounts_sessions");

            migrationBuilder.DropTable(
                name: "accounts_tokens");

            migrationBuilder.DropTable(
                name: "accounts_tries");

            migrationBuilder.DropTable(
                name: "contracts_files");

            migrationBuilder.DropTable(
                name: "contracts_history");

            migrationBuilder.DropTable(
                name: "contracts_milestones");

            migrationBuilder.DropTable(
                name: "contracts_signatures");

            migrationBuilder.DropTable(
                name: "hiring_files");

            migrationBuilder.DropTable(
                name: "hiring_invitations");

            migrationBuilder.DropTable(
                name: "hiring_proposals");

            migrationBuilder.DropTable(
                name: "jobs_files");

            migrationBuilder.DropTable(
                name: "jobs_guests");

            migrationBuilder.DropTable(
                name: "jobs_jobs");

            migrationBuilder.DropTable(
                name: "matching_changes");

            migrationBuilder.DropTable(
                name: "matching_feedback");

            migrationBuilder.DropTable(
                name: "matching_learned");

            migrationBuilder.DropTable(
                name: "matching_lists");

            migrationBuilder.DropTable(
                name: "matching_matches");

            migrationBuilder.DropTable(
                name: "matching_openings");

            migrationBuilder.DropTable(
                name: "matching_placements");

            migrationBuilder.DropTable(
                name: "matching_policies");

            migrationBuilder.DropTable(
                name: "matching_proposals");

            migrationBuilder.DropTable(
                name: "matching_search_alerts");

            migrationBuilder.DropTable(
                name: "matching_searches");

            migrationBuilder.DropTable(
                name: "matching_weights");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "notifications_preferences");

            migrationBuilder.DropTable(
                name: "payments_chain");

            migrationBuilder.DropTable(
                name: "payments_escrows");

            migrationBuilder.DropTable(
                name: "payments_fee_schedules");

            migrationBuilder.DropTable(
                name: "payments_intents");

            migrationBuilder.DropTable(
                name: "payments_lines");

            migrationBuilder.DropTable(
                name: "payments_papers");

            migrationBuilder.DropTable(
                name: "payments_payout_methods");

            migrationBuilder.DropTable(
                name: "payments_payouts");

            migrationBuilder.DropTable(
                name: "payments_series");

            migrationBuilder.DropTable(
                name: "payments_verifications");

            migrationBuilder.DropTable(
                name: "reputation_reviews");

            migrationBuilder.DropTable(
                name: "reputation_snapshots");

            migrationBuilder.DropTable(
                name: "shared_audit");

            migrationBuilder.DropTable(
                name: "shared_blobs");

            migrationBuilder.DropTable(
                name: "shared_idempotency");

            migrationBuilder.DropTable(
                name: "shared_jobs");

            migrationBuilder.DropTable(
                name: "shared_live_topics");

            migrationBuilder.DropTable(
                name: "shared_site_keys");

            migrationBuilder.DropTable(
                name: "talent_categories");

            migrationBuilder.DropTable(
                name: "talent_clients");

            migrationBuilder.DropTable(
                name: "talent_experiences");

            migrationBuilder.DropTable(
                name: "talent_favourites");

            migrationBuilder.DropTable(
                name: "talent_portfolio");

            migrationBuilder.DropTable(
                name: "talent_profile_skills");

            migrationBuilder.DropTable(
                name: "talent_project_types");

            migrationBuilder.DropTable(
                name: "talent_skills");

            migrationBuilder.DropTable(
                name: "talent_taxonomy");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "contracts_contracts");

            migrationBuilder.DropTable(
                name: "payments_accounts");

            migrationBuilder.DropTable(
                name: "payments_journals");

            migrationBuilder.DropTable(
                name: "talent_profiles");
        }
    }
}
