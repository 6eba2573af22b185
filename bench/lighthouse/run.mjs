// Measures the published build with its demo as a stranger's browser sees it: Lighthouse on the main pages, the bytes
// of each, the CPU of a warm start and the memory of an idle site. scripts/publish && bench/lighthouse/run [RUNS]
import { spawn, execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const runs = Number(process.argv[2] ?? 3);
const root = new URL('../..', import.meta.url).pathname;
const data = mkdtempSync(join(tmpdir(), 'guildhall-lighthouse-'));
const port = 5900 + process.pid % 90;
const site = `http://127.0.0.1:${port}`;
let server;

async function start() {
  server = spawn(join(root, 'publish/guildhall'), ['--urls', site], {
    cwd: join(root, 'publish'), stdio: 'ignore',
    env: { ...process.env, GUILDHALL__DATA: data, GUILDHALL__DEMO: 'true', GUILDHALL__RATESCALE: '1000' },
  });
  for (;;) {
    if (server.exitCode !== null) throw new Error('the site stopped');
    const answer = await fetch(`${site}/`).catch(() => undefined);
    if (answer?.ok) { await answer.text(); return; }
    await wait(50);
  }
}

async function stop() {
  const ended = new Promise(done => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
}

const ticks = Number(execSync('getconf CLK_TCK').toString());
function cpuSeconds() {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}
const status = () => readFileSync(`/proc/${server.pid}/status`, 'utf8');
const rssMb = () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(status())[1]) / 1024);
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const first = async (page, pattern) => pattern.exec(await (await fetch(`${site}${page}`)).text())[0];

async function signIn() {
  const answer = await fetch(`${site}/demo/sign-in`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ role: 'client' }),
  });
  return answer.headers.getSetCookie().map(c => c.split(';')[0]).join('; ');
}

async function look(chrome, page, form, cookie) {
  const found = await lighthouse(`${site}${page}`, {
    port: chrome.port, logLevel: 'silent', output: 'json', ...(cookie && { extraHeaders: { Cookie: cookie } }),
  }, form === 'desktop' ? desktopConfig : undefined);
  const { audits, categories } = found.lhr;
  const score = name => Math.round(categories[name].score * 100);
  const failed = Object.values(categories).flatMap(c => c.auditRefs).filter(r => r.weight > 0)
    .map(r => audits[r.id]).filter(a => a.score !== null && a.score < 0.9).map(a => a.id);
  return {
    performance: score('performance'), accessibility: score('accessibility'), bestPractices: score('best-practices'),
    seo: score('seo'), fcp: audits['first-contentful-paint'].numericValue,
    lcp: audits['largest-contentful-paint'].numericValue, tbt: audits['total-blocking-time'].numericValue,
    cls: audits['cumulative-layout-shift'].numericValue, bytes: audits['total-byte-weight'].numericValue,
    requests: audits['network-requests'].details.items.length, failed,
  };
}

try {
  await start();
  await wait(5000);
  await stop();
  const starts = [];
  for (let i = 0; i < 3; i++) {
    await start();
    starts.push(cpuSeconds());
    if (i < 2) await stop();
  }
  await wait(30_000);
  const idle = rssMb();
  console.log(`warm start to the first page: ${median(starts)} CPU-seconds (${starts.join(', ')}); idle ${idle} MB`);

  const cookie = await signIn();
  const pages = [['/'], ['/jobs'], ['/talent'], [await first('/talent', /\/freelancers\/[0-9a-f-]{36}/)],
    [await first('/jobs', /\/jobs\/[0-9a-f-]{36}/)], ['/dashboard', cookie]];
  const names = ['home', 'job search', 'talent search', 'profile', 'job', 'dashboard'];
  const chrome = await launch({
    chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox'],
  });
  const rows = [];
  for (const [i, [page, as]] of pages.entries())
    for (const form of ['mobile', 'desktop']) {
      const seen = [];
      for (let n = 0; n < runs; n++) seen.push(await look(chrome, page, form, as));
      const row = { page: names[i], form };
      for (const key of Object.keys(seen[0]).filter(k => k !== 'failed'))
        row[key] = Math.round(median(seen.map(s => s[key])) * 1000) / 1000;
      row.performanceOfEachRun = seen.map(s => s.performance);
      row.below = [...new Set(seen.flatMap(s => s.failed))];
      rows.push(row);
      console.log([names[i].padEnd(14), form.padEnd(8), row.performance, row.accessibility, row.bestPractices, row.seo,
        `${Math.round(row.lcp)} ms`, `${Math.round(row.tbt)} ms`, row.cls, `${row.bytes} B`, row.requests,
        row.below.join(' ')].join('\t'));
    }
  chrome.kill();
  const machine = `${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  writeFileSync(new URL('../results/lighthouse.json', import.meta.url), JSON.stringify({
    command: `scripts/publish && bench/lighthouse/run ${runs}`, machine,
    load: readFileSync('/proc/loadavg', 'utf8').trim(), lighthouse: '12.8.2',
    columns: 'scores 0-100, times in ms, bytes over the wire (brotli), medians', warmStartCpuSeconds: starts,
    idleRssMb: idle, rows,
  }, null, 1) + '\n');
} finally {
  server?.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
}
