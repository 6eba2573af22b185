// node visible.mjs NODE_A NODE_B [JOBS]: how long after the answer to its publication a job is found on either node, and
// whom it fits best is told of it.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { call, clients, freelancers, signIn } from './site.mjs';

const [a, b, wanted = 60] = process.argv.slice(2);
const client = await signIn(a, clients[1]);
const newWord = () => `w${randomUUID().replaceAll('-', '')}`;

async function publish(word) {
  const { id } = await call(a, '/api/v1/jobs', { token: client.token, body: {
    title: `Move ${word} to PostgreSQL`, kind: 'project', publish: true, pay: 'fixed', estimatedHours: 40,
    description: 'Twelve monthly reports are made by hand from three spreadsheets; we want them made from one database.',
    skills: [{ skill: 'postgresql', minLevel: 5 }], budget: { minMinor: 80_000, maxMinor: 320_000, currency: 'USD' } } });
  return { id, since: performance.now() };
}

async function took(what, since, holds) {
  while (!await holds()) {
    if (performance.now() - since > 30_000) throw new Error(`It does not come about that ${what}`);
    await pause(10); // who asks without a pause measures the asking
  }
  return performance.now() - since;
}

const found = (node, word, since) => took(`${word} is found on ${node}`, since, async () =>
  (await call(node, `/api/v1/jobs/search?q=${word}`)).total > 0);

const told = (who, word, since) => took(`${who.name} is told of ${word}`, since, async () =>
  (await call(a, '/api/v1/notifications', { token: who.token })).items.some(n => n.text.includes(word)));

async function best() {
  const { id, since } = await publish(newWord());
  let name;
  await took('there are matches', since, async () =>
    name = (await call(a, `/api/v1/jobs/${id}/matches`, { token: client.token })).matches[0]?.developer.name);
  return signIn(a, freelancers.find(f => f.name === name));
}

const fits = await best();
const times = { 'is found on the same node': [], 'is found on the other node': [], 'is told to whom it fits best': [] };
for (let i = 0; i < Number(wanted) + 10; i++) {
  const word = newWord();
  const { since } = await publish(word);
  const all = await Promise.all([found(a, word, since), found(b, word, since), told(fits, word, since)]);
  if (i >= 10) Object.values(times).forEach((list, k) => list.push(all[k])); // the first ten warm both nodes
}
console.log('| a published job | p50 ms | p99 ms |\n|---|---|---|');
for (const [what, list] of Object.entries(times)) {
  list.sort((x, y) => x - y);
  const at = share => list[Math.min(list.length - 1, Math.floor(share * list.length))].toFixed(0);
  console.log(`| ${what} | ${at(0.5)} | ${at(0.99)} |`);
}
