// node bench/search/http.mjs http://127.0.0.1:5000 [seconds] [pid]: searches with three facets and matches of
// a job over two connections. With the site's process id its processor time is told too. The site needs
// GUILDHALL__RATESCALE=100000.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { call, cpu } from '../site.mjs';

const [base, seconds = '20', pid] = process.argv.slice(2);
const all = await call(base, '/api/v1/freelancers/search');
const values = key => all.facets[key].slice(0, 20).map(v => v.value);
const [countries, languages, categories, skills] = ['country', 'language', 'category', 'skills'].map(values);
let seed = 7;
const pick = list => list[(seed = (seed * 1103515245 + 12345) % 2147483648) % list.length];
const facets = () => `country=${pick(countries)}&language=${pick(languages)}&category=${pick(categories)}`;

// What runs often is compiled again after 500 calls, its parts one after another: a warm site is measured.
const warm = 2_500;

async function measure(what, path, token) {
  for (let i = 0; i < warm; i++) await call(base, path(), { token });
  const times = [], end = performance.now() + 1000 * Number(seconds), spent = pid ? cpu(pid) : 0;
  const worker = async () => {
    while (performance.now() < end) {
      const started = performance.now(), asked = path();
      await call(base, asked, { token });
      times.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all([worker(), worker()]);
  const count = times.length, took = performance.now() - started;
  times.sort((a, b) => a - b);
  const at = share => times[Math.floor(count * share)].toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} p90 ${at(0.9)} p99 ${at(0.99)} max ${times.at(-1).toFixed(1)} ms, `
    + `${(count * 1000 / took).toFixed(0)} requests/s`
    + (pid ? `, ${((cpu(pid) - spent) / count).toFixed(2)} ms of the site's processor each` : ''));
}

// A client with drafts that ask for skills people have.
async function jobs() {
  const { accessToken } = await call(base, '/api/v1/auth/register', { body: {
    email: `${randomUUID()}@bench.example`, password: 'violet anchor 7 meadow', firstName: 'Bench', lastName: 'Mark',
    role: 'client' } });
  const ids = [];
  for (let i = 0; i < 20; i++)
    ids.push((await call(base, '/api/v1/jobs', { token: accessToken, body: {
      title: `${pick(skills)} for a shop`, kind: 'project', pay: 'fixed', estimatedHours: 40,
      description: 'Our shop keeps its orders in a file. We want them in a database, with tests and a page to search.',
      skills: [i, i + 3, i + 7].map((at, j) =>
        ({ skill: skills[at % skills.length], minLevel: 6 - j, required: j === 0 })),
      budget: { minMinor: 80_000, maxMinor: 220_000, currency: 'USD' } } })).id);
  return { token: accessToken, ids };
}

console.log(`${all.total} freelancers`);
await measure('three facets', () => `/api/v1/freelancers/search?${facets()}`);
await measure('three facets and two words', () =>
  `/api/v1/freelancers/search?${facets()}&q=${pick(['design', 'build', 'server', 'brand'])}+experience`);
await measure('how many', () => `/api/v1/freelancers/search/count?${facets()}`);
await measure('suggestions', () => `/api/v1/search/suggest?q=${pick(['pyt', 'rea', 'des', 'ana', 'mar', 'kar'])}`);
const { token, ids } = await jobs();
// Asked by a driver that leaves the processors to the site: this one takes a third as much as the answer costs.
const task = { base, token, paths: ids.map(id => `/api/v1/jobs/${id}/matches/preview`), list: 'matches', length: 20,
  warm, seconds: Number(seconds), pid: pid ? Number(pid) : null };
process.stdout.write('best twenty of everybody for a job, explained: ' + execFileSync('dotnet', [fileURLToPath(
  new URL('bin/Release/net10.0/Guildhall.Bench.Search.dll', import.meta.url)), '--ask'],
{ input: JSON.stringify(task), encoding: 'utf8' }));
