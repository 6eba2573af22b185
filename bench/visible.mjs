// node visible.mjs NODE_A NODE_B [JOBS]: how long after the answer to its publication a job is found, on either node.
import { randomUUID } from 'node:crypto';
import { call, clients, signIn } from './site.mjs';

const [a, b, wanted = 60] = process.argv.slice(2);
const client = await signIn(a, clients[1]);

async function publish(word) {
  await call(a, '/api/v1/jobs', { token: client.token, body: {
    title: `Move ${word} to PostgreSQL`, kind: 'project', publish: true, pay: 'fixed', estimatedHours: 40,
    description: 'Twelve monthly reports are made by hand from three spreadsheets; we want them made from one database.',
    skills: [{ skill: 'postgresql', minLevel: 5 }], budget: { minMinor: 80_000, maxMinor: 120_000, currency: 'USD' } } });
  return performance.now();
}

async function found(node, word, since) {
  while ((await call(node, `/api/v1/jobs/search?q=${word}`)).total === 0)
    if (performance.now() - since > 30_000) throw new Error(`${word} is not found on ${node}`);
  return performance.now() - since;
}

const took = { same: [], other: [] };
for (let i = 0; i < Number(wanted) + 10; i++) {
  const word = `w${randomUUID().replaceAll('-', '')}`;
  const since = await publish(word);
  const [same, other] = await Promise.all([found(a, word, since), found(b, word, since)]);
  if (i >= 10) { took.same.push(same); took.other.push(other); } // the first ten warm both nodes
}
console.log('| a published job is found | p50 ms | p99 ms |\n|---|---|---|');
for (const [node, all] of Object.entries(took)) {
  all.sort((x, y) => x - y);
  const at = share => all[Math.min(all.length - 1, Math.floor(share * all.length))].toFixed(0);
  console.log(`| on the ${node} node | ${at(0.5)} | ${at(0.99)} |`);
}
