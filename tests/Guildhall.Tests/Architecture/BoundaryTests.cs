using Guildhall.Shared.Data;
using Xunit;

namespace Guildhall.Tests.Architecture
{
    public class BoundaryTests
    {
        [Fact]
        public void Modules_use_each_other_through_the_front_door_only() =>
            Assert.Equal("", string.Join("\n", ModuleMap.Violations(typeof(Db).Assembly.GetTypes())));

        [Fact]
        public void The_table_of_who_may_call_whom_has_no_cycle()
        {
            var above = new HashSet<string>();
            foreach (var (module, called) in ModuleMap.MayCall)
            {
                Assert.All(called, name => Assert.Contains(name, above));
                above.Add(module);
            }
        }

        [Fact]
        public void A_planted_reach_into_another_module_is_found()
        {
            var found = ModuleMap.Violations([typeof(Guildhall.Talent.Planted.BackDoor)]).ToArray();

            Assert.Contains(found, v => v.EndsWith("reaches into Guildhall.Accounts.Account"));
        }

        [Fact]
        public void A_planted_set_of_a_foreign_entity_is_found()
        {
            var found = ModuleMap.Violations([typeof(Guildhall.Talent.Planted.ForeignSet)]).ToArray();

            Assert.Contains(found, v => v.EndsWith("reaches into Guildhall.Accounts.Account"));
        }

        [Fact]
        public void The_engine_reaches_nothing_outside_the_base_library()
        {
            var references = typeof(Guildhall.Engine.Money.Money).Assembly.GetReferencedAssemblies();

            Assert.All(references, r => Assert.StartsWith("System.", r.Name));
            Assert.DoesNotContain(references, r =>
                r.Name is "System.Net.Http" or "System.Data.Common" or "System.IO.Pipes");
        }
    }
}

namespace Guildhall.Talent.Planted
{
    sealed class BackDoor
    {
        public string Peek(Accounts.Account account) => account.FirstName;
    }

    sealed class ForeignSet(Db db)
    {
        public object Rows() => db.Set<Accounts.Account>();
    }
}
