// tokens.json -> CSS. A theme is <brand>-<scheme>; "<brand>-auto" follows the system without a script.
// Every pair that carries words is held to WCAG 4.5:1 (3:1 for control borders and marks); a build with less fails.

const block = (selector, tokens) =>
  `${selector}{${Object.entries(tokens).map(([name, value]) => `--${name}:${value}`).join(';')}}\n`;

export function themesCss({ shape, brands }) {
  let css = '';
  for (const [brand, { light, dark }] of Object.entries(brands)) {
    check(`${brand} light`, light);
    check(`${brand} dark`, dark);
    const day = { 'color-scheme': 'light', ...light }, night = { 'color-scheme': 'dark', ...dark };
    const fallback = brand === 'guildhall' ? ':root,' : '';
    css += block(`${fallback}[data-theme=${brand}],[data-theme=${brand}-auto]`, colors({ ...shape, ...day }));
    css += block(`[data-theme=${brand}-dark]`, colors({ ...shape, ...night }));
    css += `@media (prefers-color-scheme:dark){${block(`[data-theme=${brand}-auto]`, colors(night))}}`;
    css += `@media print{${block(`[data-theme^=${brand}]`, colors(day))}}`;
  }
  return css;
}

const colors = tokens => Object.fromEntries(Object.entries(tokens).map(([name, value]) =>
  [typeof value === 'string' && value.startsWith('oklch') ? `color-${name}` : name, value]));

const words = [
  ['base-content', 'base-100'], ['base-content', 'base-200'], ['base-content', 'base-300'],
  ['muted', 'base-100'], ['muted', 'base-200'], ['muted', 'base-300'],
  ['primary', 'base-100'], ['primary', 'base-200'], ['primary', 'primary-wash'],
  ['brass-ink', 'base-100'], ['brass-ink', 'base-200'], ['brass-ink', 'brass-wash'],
  ...['primary', 'secondary', 'accent', 'neutral', 'info', 'success', 'warning', 'error'].map(c => [`${c}-content`, c]),
  ...['info', 'success', 'warning', 'error'].flatMap(c => [[c, 'base-100'], [c, 'base-200'], [c, `${c}-wash`]]),
];
const marks = [['brass', 'base-100'], ['brass', 'base-200'], ['edge', 'base-100'], ['edge', 'base-200']];

function check(theme, tokens) {
  const low = [...words.map(p => [...p, 4.5]), ...marks.map(p => [...p, 3])]
    .map(([a, b, least]) => [a, b, least, contrast(tokens[a], tokens[b])])
    .filter(([, , least, ratio]) => !(ratio >= least));
  if (low.length)
    throw new Error(`${theme}: `
      + low.map(([a, b, least, ratio]) => `${a} on ${b} is ${ratio.toFixed(2)}, needs ${least}`).join('; '));
}

export function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(oklch) {
  const [l, c, h] = oklch.match(/[\d.]+/g).map(Number).map((v, i) => i === 0 ? v / 100 : v);
  const [a, b] = [c * Math.cos(h * Math.PI / 180), c * Math.sin(h * Math.PI / 180)];
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const clip = v => Math.min(1, Math.max(0, v));
  const red = clip(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z);
  const green = clip(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z);
  const blue = clip(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
