// node bench/search/http.mjs http://127.0.0.1:5000 [seconds]: searches with three facets over two connections.
const [base, seconds = '20'] = process.argv.slice(2);
const get = async path => {
  const started = performance.now();
  const answer = await fetch(base + path);
  const body = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return [body, performance.now() - started];
};
const [all] = await get('/api/v1/freelancers/search');
const values = key => all.facets[key].slice(0, 20).map(v => v.value);
const [countries, languages, categories] = ['country', 'language', 'category'].map(values);
let seed = 7;
const pick = list => list[(seed = (seed * 1103515245 + 12345) % 2147483648) % list.length];
const facets = () => `country=${pick(countries)}&language=${pick(languages)}&category=${pick(categories)}`;

async function measure(what, path) {
  for (let i = 0; i < 40; i++) await get(path());
  const times = [], end = performance.now() + 1000 * Number(seconds);
  const worker = async () => { while (performance.now() < end) times.push((await get(path()))[1]); };
  const started = performance.now();
  await Promise.all([worker(), worker()]);
  times.sort((a, b) => a - b);
  const at = share => times[Math.floor(times.length * share)].toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} p90 ${at(0.9)} p99 ${at(0.99)} ms, `
    + `${(times.length * 1000 / (performance.now() - started)).toFixed(0)} requests/s`);
}

console.log(`${all.total} freelancers`);
await measure('three facets', () => `/api/v1/freelancers/search?${facets()}`);
await measure('three facets and two words', () =>
  `/api/v1/freelancers/search?${facets()}&q=${pick(['design', 'build', 'server', 'brand'])}+experience`);
await measure('how many', () => `/api/v1/freelancers/search/count?${facets()}`);
await measure('suggestions', () => `/api/v1/search/suggest?q=${pick(['pyt', 'rea', 'des', 'ana', 'mar', 'kar'])}`);
