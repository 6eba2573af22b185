// node pages.mjs BASE PID: processor time of the server per request, as ratios to a plaintext and a JSON answer of the
// same process. The pages take turns, and the best of the rounds counts, so that a busy machine disturbs little.
import { call, clients, cpu, freelancers, signIn } from './site.mjs';

const [base, pid] = process.argv.slice(2);
const warm = 150, rounds = 5, each = 120, together = 4;
const client = await signIn(base, clients[0]), freelancer = await signIn(base, freelancers[0]);
const jobs = await call(base, '/api/v1/jobs/search');
const job = (jobs.items ?? jobs.hits)[0];
const found = await call(base, '/api/v1/freelancers/search');
const talent = (found.items ?? found.hits)[0];
const contracts = await call(base, '/api/v1/contracts', { token: client.token });
const contract = (contracts.items ?? contracts)[0];
const id = thing => thing.id ?? thing.job?.id ?? thing.accountId ?? thing.freelancerId ?? thing.freelancer?.id;

const pages = [
  ['plaintext (/livez)', '/livez'], ['JSON (/api/v1/categories)', '/api/v1/categories'],
  ['home', '/'], ['/jobs', '/jobs'], ['/talent', '/talent'], ['a job', `/jobs/${id(job)}`],
  ['a profile', `/freelancers/${id(talent)}`], ['a contract', `/contracts/${id(contract)}`, client.token],
  ["a client's dashboard", '/dashboard', client.token], ["a freelancer's dashboard", '/dashboard', freelancer.token],
].map(([name, path, token]) => ({ name, path, token, best: Infinity, bytes: 0 }));

async function get(page, count) {
  let left = count;
  await Promise.all(Array.from({ length: together }, async () => {
    while (left-- > 0) page.bytes = (await raw(page)).byteLength;
  }));
}

async function raw({ path, token }) {
  const answer = await fetch(base + path, { redirect: 'manual', headers: token ? { authorization: `Bearer ${token}` } : {} });
  const body = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return body;
}

for (const page of pages) await get(page, warm);
for (let round = 0; round < rounds; round++)
  for (const page of pages) {
    const count = page.path === '/livez' ? each * 10 : each;
    const before = cpu(pid);
    await get(page, count);
    page.best = Math.min(page.best, (cpu(pid) - before) / count);
  }

const [text, json] = pages;
console.log('Processor time of the server per request, SQLite with the small demo; best of', rounds, 'rounds.\n');
console.log('| page | ms | × plaintext | × JSON | kB of HTML |\n|---|---|---|---|---|');
for (const { name, best, bytes } of pages)
  console.log(`| ${name} | ${best.toFixed(2)} | ${(best / text.best).toFixed(0)} | ${(best / json.best).toFixed(1)} | ${
    (bytes / 1024).toFixed(0)} |`);
