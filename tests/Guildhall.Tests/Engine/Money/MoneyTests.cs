using System.Globalization;
using System.Text.Json;
using Guildhall.Engine.Money;
using Xunit;

namespace Guildhall.Tests.Engine;

public class MoneyTests
{
    static readonly CultureInfo english = CultureInfo.GetCultureInfo("en");
    static readonly CultureInfo spanish = CultureInfo.GetCultureInfo("es");

    [Fact]
    public void Amounts_add_and_subtract_exactly_and_refuse_to_overflow()
    {
        Assert.Equal(new Money(150, "USD"), new Money(100, "USD") + new Money(50, "USD"));
        Assert.Equal(new Money(-50, "USD"), new Money(50, "USD") - new Money(100, "USD"));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, "USD") + new Money(1, "USD"));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue, "USD"));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, "USD") * 2);
    }

    [Fact]
    public void Currencies_never_mix()
    {
        var (dollars, euros) = (new Money(1, "USD"), new Money(1, "EUR"));
        Assert.Throws<InvalidOperationException>(() => dollars + euros);
        Assert.Throws<InvalidOperationException>(() => dollars - euros);
        Assert.Throws<InvalidOperationException>(() => dollars < euros);
        Assert.NotEqual(dollars, euros);
    }

    [Theory]
    [InlineData(125000, "USD", "en", "$1,250.00")]
    [InlineData(125000, "EUR", "es", "1.250,00 €")]
    [InlineData(125000, "MXN", "en", "MX$1,250.00")]
    [InlineData(1250, "JPY", "en", "¥1,250")]
    [InlineData(1250, "CLP", "es", "1.250 CLP$")]
    [InlineData(-5, "USD", "en", "-$0.05")]
    [InlineData(-5, "USD", "", "-$0.05")]
    public void Amounts_read_as_the_culture_writes_them(long minor, string currency, string culture, string shown)
    {
        var text = new Money(minor, currency).ToString(CultureInfo.GetCultureInfo(culture));
        Assert.Equal(shown, text.Replace('\u00A0', ' '));
    }

    [Fact]
    public void Other_formats_show_the_code_the_number_or_the_form_field()
    {
        var amount = new Money(125050, "USD");
        Assert.Equal("1,250.50\u00A0USD", amount.ToString("C", english));
        Assert.Equal("1.250,50", amount.ToString("N", spanish));
        Assert.Equal("1250.50", amount.ToString("F", english));
        Assert.Equal("Pay 1.250,50\u00A0$.", ((FormattableString)$"Pay {amount}.").ToString(spanish));
        Assert.Throws<FormatException>(() => amount.ToString("X", english));
    }

    [Theory]
    [InlineData("1,250.50", "USD", 125050)]
    [InlineData("1.250,50", "EUR", 125050)]
    [InlineData("$1250", "USD", 125000)]
    [InlineData("$1,250", "MXN", 125000)]
    [InlineData("1250 usd", "USD", 125000)]
    [InlineData("1.250", "EUR", 125000)]
    [InlineData("1,25", "EUR", 125)]
    [InlineData("1,5", "EUR", 150)]
    [InlineData(".5", "USD", 50)]
    [InlineData("1,250,500", "USD", 125050000)]
    [InlineData("12,34,567.00", "INR", 123456700)]
    [InlineData("1'250.50 CHF", "CHF", 125050)]
    [InlineData("1 250,50 zł", "PLN", 125050)]
    [InlineData("1.250", "CLP", 1250)]
    [InlineData("10,000,000,000", "USD", 1_000_000_000_000)]
    [InlineData("0", "USD", 0)]
    public void What_people_type_is_understood(string text, string currency, long minor)
    {
        Assert.True(Money.TryParse(text, currency, out var money, out var problem), problem.ToString());
        Assert.Equal(new Money(minor, currency), money);
    }

    [Theory]
    [InlineData("", "USD", MoneyProblem.Empty)]
    [InlineData("  ", "USD", MoneyProblem.Empty)]
    [InlineData("ten", "USD", MoneyProblem.NotANumber)]
    [InlineData("1,2,3", "USD", MoneyProblem.NotANumber)]
    [InlineData("1.2.3,4", "USD", MoneyProblem.NotANumber)]
    [InlineData("1.250,500.00", "USD", MoneyProblem.NotANumber)]
    [InlineData("$", "USD", MoneyProblem.NotANumber)]
    [InlineData("0.125", "USD", MoneyProblem.TooManyDecimals)]
    [InlineData("1.2345", "USD", MoneyProblem.TooManyDecimals)]
    [InlineData("12.50", "JPY", MoneyProblem.TooManyDecimals)]
    [InlineData("-5", "USD", MoneyProblem.Negative)]
    [InlineData("€5", "USD", MoneyProblem.OtherCurrency)]
    [InlineData("$5", "EUR", MoneyProblem.OtherCurrency)]
    [InlineData("MX$5", "USD", MoneyProblem.OtherCurrency)]
    [InlineData("10000000000.01", "USD", MoneyProblem.TooLarge)]
    [InlineData("99999999999999999999", "USD", MoneyProblem.TooLarge)]
    public void What_cannot_be_understood_says_why(string text, string currency, MoneyProblem expected)
    {
        Assert.False(Money.TryParse(text, currency, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Every_currency_reads_back_what_it_shows()
    {
        foreach (var currency in Currencies.All)
            foreach (var culture in new[] { english, spanish, CultureInfo.InvariantCulture })
            {
                var amount = new Money(123456789, currency.Code);
                var text = amount.ToString(culture);
                Assert.True(Money.TryParse(text, currency.Code, out var read), text);
                Assert.Equal(amount, read);
            }
    }

    [Fact]
    public void Json_carries_minor_units_and_currency_only()
    {
        var json = JsonSerializer.Serialize(new Money(125, "USD"));
        Assert.Equal("""{"Minor":125,"Currency":"USD"}""", json);
        Assert.Equal(new Money(125, "USD"), JsonSerializer.Deserialize<Money>(json));
    }

    [Fact]
    public void Major_units_that_need_a_smaller_coin_are_refused()
    {
        Assert.Equal(new Money(150, "USD"), Money.Of(1.5m, "USD"));
        Assert.Equal(1.5m, new Money(150, "USD").ToDecimal());
        Assert.Throws<ArgumentException>(() => Money.Of(1.005m, "USD"));
        Assert.Throws<ArgumentException>(() => Money.Of(1.5m, "JPY"));
        Assert.Throws<ArgumentException>(() => Money.Of(1m, "XXX"));
    }

    [Theory]
    [InlineData(5, 10, 0)]
    [InlineData(15, 10, 2)]
    [InlineData(25, 10, 2)]
    [InlineData(26, 10, 3)]
    [InlineData(-5, 10, 0)]
    [InlineData(-15, 10, -2)]
    [InlineData(-16, 10, -2)]
    public void Halves_round_to_the_even_neighbour(long n, long d, long expected) =>
        Assert.Equal(expected, Rounding.HalfEven(n, d));
}
