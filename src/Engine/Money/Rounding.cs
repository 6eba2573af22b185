namespace Guildhall.Engine.Money;

/// <summary>The one rounding rule of the house, in whole numbers so that every machine agrees.</summary>
public static class Rounding
{
    /// <summary>n ÷ d rounded to the nearest whole number, halves to the even neighbour (banker's rounding).</summary>
    /// <param name="numerator">Any sign.</param>
    /// <param name="divisor">Greater than zero.</param>
    public static long HalfEven(Int128 numerator, long divisor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor);
        var floor = Floor(numerator, divisor);
        var twice = (numerator - (Int128)floor * divisor) * 2;
        var up = twice > divisor || (twice == divisor && (floor & 1) == 1);
        return checked(up ? floor + 1 : floor);
    }

    /// <summary>n ÷ d rounded towards minus infinity.</summary>
    /// <param name="numerator">Any sign.</param>
    /// <param name="divisor">Greater than zero.</param>
    public static long Floor(Int128 numerator, long divisor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor);
        var quotient = numerator / divisor;
        if (numerator < 0 && quotient * divisor != numerator) quotient -= 1;
        return checked((long)quotient);
    }
}
