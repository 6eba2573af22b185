using Guildhall.Accounts;
using Guildhall.Contracts;
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

string[] modules = ["Mail", "RateScale", "Fees", "Payments"];
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets()
    .ConfigureKestrel(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize) = (false, BlobStore.Largest * 2));
var (services, configuration) = (builder.Services, builder.Configuration);
services.AddHouse(Settings.Read(configuration, modules));
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

var app = builder.Build();
if (await Verbs.TryRun(app.Services, args) is { } exit) return exit;

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
app.MapSite();
app.RequireAccess();

await Hosting.Migrate(app.Services);
await app.RunAsync();
return 0;

public partial class Program;
