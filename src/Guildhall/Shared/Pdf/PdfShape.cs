using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Guildhall.Shared.Pdf;

/// <summary>
/// The part of SVG's path language that our marks are drawn in (M, L, H, V, Z and arcs of circles), as PDF operators.
/// </summary>
static partial class PdfShape
{
    public static string Operators(string path)
    {
        var (shape, x, y, startX, startY) = (new StringBuilder(), 0.0, 0.0, 0.0, 0.0);
        foreach (Match part in Parts().Matches(path))
        {
            var verb = part.Groups[1].Value[0];
            var own = char.IsLower(verb);
            var n = new Queue<double>(Numbers().Matches(part.Groups[2].Value)
                .Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)));
            double X() => n.Dequeue() + (own ? x : 0);
            double Y() => n.Dequeue() + (own ? y : 0);
            do
            {
                switch (char.ToUpperInvariant(verb))
                {
                    case 'M': (x, y) = (startX, startY) = (X(), Y()); Add("m", x, y); break;
                    case 'L': (x, y) = (X(), Y()); Add("l", x, y); break;
                    case 'H': x = X(); Add("l", x, y); break;
                    case 'V': y = Y(); Add("l", x, y); break;
                    case 'Z': (x, y) = (startX, startY); Add("h"); break;
                    case 'A':
                        var radius = n.Dequeue();
                        (_, _) = (n.Dequeue(), n.Dequeue());
                        var (large, clockwise) = (n.Dequeue() != 0, n.Dequeue() != 0);
                        var (toX, toY) = (X(), Y());
                        Arc(x, y, toX, toY, radius, large, clockwise);
                        (x, y) = (toX, toY);
                        break;
                    default: throw new ArgumentException($"'{verb}' of '{path}' is not known.", nameof(path));
                }
                if (verb is 'M' or 'm') verb = verb == 'M' ? 'L' : 'l'; // further pairs are lines
            }
            while (n.Count > 0);
        }
        return shape.ToString();

        void Add(string verb, params double[] numbers) =>
            shape.Append(string.Concat(numbers.Select(number => PdfPage.N(number) + " "))).Append(verb).Append(' ');

        void Arc(double fromX, double fromY, double toX, double toY, double radius, bool large, bool clockwise)
        {
            var (halfX, halfY) = ((toX - fromX) / 2, (toY - fromY) / 2);
            var half = Math.Sqrt(halfX * halfX + halfY * halfY);
            radius = Math.Max(radius, half);
            var away = Math.Sqrt(radius * radius - half * half) / half * (large == clockwise ? -1 : 1);
            var (centreX, centreY) = (fromX + halfX - halfY * away, fromY + halfY + halfX * away);
            var from = Math.Atan2(fromY - centreY, fromX - centreX);
            var sweep = Math.Atan2(toY - centreY, toX - centreX) - from;
            if (clockwise && sweep < 0) sweep += Math.Tau;
            if (!clockwise && sweep > 0) sweep -= Math.Tau;
            // A curve keeps to the circle within a thousandth for a quarter of it.
            var pieces = (int)Math.Ceiling(Math.Abs(sweep) / (Math.PI / 2) - 1e-9);
            var (step, reach) = (sweep / pieces, 4.0 / 3 * Math.Tan(sweep / pieces / 4) * radius);
            for (var i = 0; i < pieces; i++, from += step)
            {
                var (cos, sin, nextCos, nextSin) =
                    (Math.Cos(from), Math.Sin(from), Math.Cos(from + step), Math.Sin(from + step));
                var (endX, endY) = (centreX + radius * nextCos, centreY + radius * nextSin);
                Add("c", centreX + radius * cos - reach * sin, centreY + radius * sin + reach * cos,
                    endX + reach * nextSin, endY - reach * nextCos, endX, endY);
            }
        }
    }

    [GeneratedRegex("([A-Za-z])([^A-Za-z]*)")]
    private static partial Regex Parts();

    [GeneratedRegex(@"-?(?:\d+\.?\d*|\.\d+)")]
    private static partial Regex Numbers();
}
