// node journeys.mjs BASE PID DATABASE [CLIENTS] [SECONDS]: whole main jobs per second, from the description to both
// reviews, by the public API, many pairs at once.
import { call, clients, cpu, freelancers, signIn } from './site.mjs';

const [base, pid, database, wanted = 8, seconds = 30] = process.argv.slice(2);
const card = { number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123', name: 'Bench Mark' };
const rating = { rating: 5, success: 5, communication: 5, professionalism: 5, deadlines: 5, qualityScore: 5, onTime: true,
  text: 'As agreed, and early.' };
const pause = ms => new Promise(done => setTimeout(done, ms));

async function sign(by, contract) {
  const { document_hash } = await call(base, contract, { token: by.token });
  await call(base, `${contract}/sign`, { token: by.token, body: { full_name: by.name, document_hash } });
}

// The site's own background work moves some states: ask until it has.
async function until(by, path, holds) {
  for (let again = 0; again < 600; again++) {
    const thing = await call(base, path, { token: by.token });
    if (holds(thing)) return thing;
    await pause(25);
  }
  throw new Error(`${path} did not get there in 15 s`);
}

async function journey(client, freelancer) {
  const job = await call(base, '/api/v1/jobs', { token: client.token, body: {
    title: 'Move our orders to PostgreSQL', kind: 'project', publish: true, pay: 'fixed', estimatedHours: 40,
    description: 'Twelve monthly reports are made by hand from three spreadsheets; we want them made from one database.',
    skills: [{ skill: 'python', minLevel: 6 }, { skill: 'postgresql', minLevel: 5, required: false }],
    budget: { minMinor: 80_000, maxMinor: 120_000, currency: 'USD' } } });
  const proposal = await call(base, `/api/v1/jobs/${job.id}/proposals`, { token: freelancer.token, body: {
    coverLetter: 'I moved forty reports like these last year.', priceMinor: 100_000, estimatedHours: 40,
    milestones: [{ title: 'All twelve reports', amountMinor: 100_000 }] } });
  const hired = await call(base, `/api/v1/jobs/${job.id}/hire`, { token: client.token, body: { proposalId: proposal.id } });
  const contract = `/api/v1/contracts/${hired.contractId}`;
  await sign(client, contract);
  await sign(freelancer, contract);
  const milestone = (await call(base, contract, { token: client.token })).milestones[0].id;
  const fund = await call(base, `/api/v1/milestones/${milestone}/fund`, { token: client.token, method: 'POST' });
  await call(base, `/api/v1/payments/${fund.payment_id}/card`, { token: client.token, body: card });
  await until(freelancer, contract, c => c.milestones[0].status === 'funded');
  await call(base, `/api/v1/milestones/${milestone}/submit`, { token: freelancer.token, body: { note: 'It is done.' } });
  await call(base, `/api/v1/milestones/${milestone}/approve`, { token: client.token, method: 'POST' });
  await until(client, contract, c => c.state === 'completed');
  for (const by of [client, freelancer])
    await call(base, '/api/v1/reviews', { token: by.token, body: { ...rating, contractId: hired.contractId } });
}

const pairs = await Promise.all(Array.from({ length: Number(wanted) }, async (_, i) =>
  [await signIn(base, clients[i + 1]), await signIn(base, freelancers[i + 1])]));
for (const [client, freelancer] of pairs) await journey(client, freelancer); // warm
let done = 0;
const took = [], start = performance.now(), before = cpu(pid), end = start + Number(seconds) * 1000;
await Promise.all(pairs.map(async ([client, freelancer]) => {
  while (performance.now() < end) {
    const from = performance.now();
    await journey(client, freelancer);
    took.push(performance.now() - from);
    done++;
  }
}));
const elapsed = (performance.now() - start) / 1000;
took.sort((a, b) => a - b);
console.log(`${database}, ${wanted} pairs at once: **${(done / elapsed).toFixed(2)} whole jobs per second** (${done} in ${
  elapsed.toFixed(0)} s), median ${(took[took.length >> 1] / 1000).toFixed(2)} s, slowest ${
  (took.at(-1) / 1000).toFixed(2)} s, ${((cpu(pid) - before) / done).toFixed(0)} ms of the server's processor time each.`);
