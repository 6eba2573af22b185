using Guildhall.Accounts.Public;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Identity;

namespace Guildhall.Accounts;

/// <summary>The module's table of contents.</summary>
static class AccountsModule
{
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(o => o.User.RequireUniqueEmail = true)
            .AddDefaultTokenProviders().AddEntityFrameworkStores<Db>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Passwords.Cost.Value.IterationCount);
        services.AddSingleton<SiteKeys>().AddSingleton<AccessTokens>().AddSingleton<SessionKeeper>()
            .AddSingleton<Browsers>();
        services.AddSingleton<Passwords>().AddScoped<SessionBook>().AddScoped<Throttle>().AddScoped<OneTimeLinks>();
        services.AddScoped<People>().AddScoped<Avatars>().AddScoped<Mailer>();
        services.AddScoped<Register>().AddScoped<OpenAccount>().AddScoped<ConfirmRegistration>();
        services.AddScoped<SignIn>().AddScoped<RefreshTokens>().AddScoped<SignOut>();
        services.AddScoped<ResetPassword>().AddScoped<ChangePassword>().AddScoped<ManageSessions>();
        services.AddScoped<AddCapacity>().AddScoped<ChangeSettings>().AddScoped<SuspendAccount>()
            .AddScoped<FindAccounts>();
        services.AddSingleton(MailSettings.Read(configuration)).AddSingleton<Smtp>();
        services.AddHandler<MailRequested, DeliverMail>(Queues.Mail);
        services.AddHandler<RegistrationAsked, MailRegistration>(Queues.Mail);
        services.AddHandler<ResetRequested, MailResetLink>(Queues.Mail);
        services.AddVerb("admin create", "Make an administrator and print the link that sets the password",
            CreateAdmin.Run);
        services.AddSignIn();
    }

    public static void MapAccounts(this Routes routes)
    {
        Register.Map(routes);
        ConfirmRegistration.Map(routes);
        SignIn.Map(routes);
        RefreshTokens.Map(routes);
        SignOut.Map(routes);
        ResetPassword.Map(routes);
        ChangePassword.Map(routes);
        ManageSessions.Map(routes);
        AddCapacity.Map(routes);
        ChangeSettings.Map(routes);
        PreferencesForm.Map(routes);
        FindAccounts.Map(routes);
        SuspendAccount.Map(routes);
    }
}
