using Guildhall.Accounts;
using Guildhall.Contracts;
using Guildhall.Demo;
using Guildhall.Hiring;
using Guildhall.Insights;
using Guildhall.Jobs;
using Guildhall.Matching;
using Guildhall.Notifications;
using Guildhall.Payments;
using Guildhall.Reputation;
using Guildhall.Shared;
using Guildhall.Shared.Live;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;
using Guildhall.Talent;

string[] modules = ["Mail", "RateScale", "Fees", "Payments", "Matching"];
// Started from anywhere, the program finds its settings and assets beside itself.
var elsewhere = !File.Exists("appsettings.json")
    && !args.Any(a => a.StartsWith("--contentRoot", StringComparison.Ordinal));
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = elsewhere ? AppContext.BaseDirectory : null });
builder.WebHost.UseStaticWebAssets()
    .ConfigureKestrel(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize, o.Limits.MaxRequestLineSize)
        = (false, BlobStore.LargestRequest, Headers.LongestRequestLine));
var (services, configuration) = (builder.Services, builder.Configuration);
services.AddHouse(Settings.Read(configuration, modules, demo: builder.Environment.IsDevelopment()));
services.AddAccounts(configuration);
services.AddPayments(configuration);
services.AddContracts(configuration);
services.AddReputation(configuration);
services.AddTalent(configuration);
services.AddJobs(configuration);
services.AddHiring(configuration);
services.AddMatching(configuration);
services.AddNotifications(configuration);
services.AddInsights(configuration);
services.AddDemo();

var app = builder.Build();
if (await Verbs.TryRun(app.Services, args) is { } exit) return exit;
if (!Ports.AreFree(app.Configuration)) return 1;

app.UseHouse();
var routes = new Routes(
    app.MapGroup("/api/v1"), app.MapGroup("").WithMetadata(new ApiAlias()), app.MapGroup("").ExcludeFromDescription());
routes.MapAccounts();
routes.MapPayments();
routes.MapContracts();
routes.MapReputation();
routes.MapTalent();
routes.MapJobs();
routes.MapHiring();
routes.MapMatching();
routes.MapNotifications();
routes.MapInsights();
routes.MapDemo();
app.MapSite();
app.RequireAccess();

await Hosting.Migrate(app.Services);
await app.OpenDemo();
await app.RunAsync();
return 0;

public partial class Program;
