// The web assets in one script: islands (esbuild), styles (Tailwind), icon sprites, two fonts -> ../wwwroot/build
import { build, context } from 'esbuild';
import subset from 'subset-font';
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { themesCss } from './themes.mjs';

const out = '../wwwroot/build';
const watch = process.argv.includes('--watch');
const began = Date.now();
await rm(out, { recursive: true, force: true });
await mkdir(`${out}/fonts`, { recursive: true });
await mkdir('obj', { recursive: true });
await writeFile('obj/themes.css', themesCss(JSON.parse(await readFile('tokens.json', 'utf8'))));

const scripts = {
  entryPoints: { app: 'app.ts' }, outdir: out, bundle: true, format: 'esm', splitting: true, minify: !watch,
  sourcemap: watch ? 'inline' : false, target: ['es2022'], chunkNames: 'c/[name]-[hash]', legalComments: 'none',
  logLevel: 'warning',
};

async function sprites() {
  const { ui, tech } = JSON.parse(await readFile('icons.json', 'utf8'));
  const inside = svg => svg
    .replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/<title>.*?<\/title>/, '')
    .replace(/<!--[\s\S]*?-->/g, '').replace(/\s*\n\s*/g, '')
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '');
  const line = 'fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"';
  const tabler = n => n.endsWith('-filled')
    ? [n, 'fill="currentColor"', `@tabler/icons/icons/filled/${n.slice(0, -7)}.svg`]
    : [n, line, `@tabler/icons/icons/outline/${n}.svg`];
  await write('icons.svg', ui.map(tabler));
  // Logos are heavy: a sprite of their own, fetched only by pages that show one.
  await write('tech.svg', tech.map(n => [n, 'fill="currentColor"', `simple-icons/icons/${n}.svg`]));

  async function write(file, symbols) {
    const body = await Promise.all(symbols.map(async ([id, look, source]) => {
      const drawing = inside(await readFile(`node_modules/${source}`, 'utf8'));
      return `<symbol id="${id}" viewBox="0 0 24 24" ${look}>${drawing}</symbol>`;
    }));
    await writeFile(`${out}/${file}`, `<svg xmlns="http://www.w3.org/2000/svg">${body.join('')}</svg>`);
  }
}

// Latin-1 and the typographic signs we use; Fraunces keeps one weight and one optical size, a third of its bytes.
const letters = [[0x20, 0x7e], [0xa0, 0xff]].flatMap(([a, z]) => Array.from({ length: z - a + 1 }, (_, i) => a + i))
  .map(c => String.fromCodePoint(c)).join('') + '–—‘’“”…€−×→←•≤≥≈';

async function font(name, file, variationAxes) {
  const woff2 = await readFile(`node_modules/@fontsource-variable/${file}.woff2`);
  await writeFile(`${out}/fonts/${name}.woff2`, await subset(woff2, letters, { targetFormat: 'woff2', variationAxes }));
}

const styles = () => new Promise((done, failed) => {
  const args = ['node_modules/@tailwindcss/cli/dist/index.mjs', '-i', 'css/app.css', '-o', `${out}/app.css`];
  const cli = spawn(process.execPath, [...args, watch ? '--watch=always' : '--minify'],
    { stdio: ['ignore', 'inherit', 'pipe'] });
  let said = '';
  cli.stderr.on('data', text => said += text);
  cli.on('exit', code => code ? failed(new Error(said)) : done());
  if (watch) done();
});

await Promise.all([
  sprites(), styles(),
  font('fraunces-5.3.0', 'fraunces/files/fraunces-latin-full-normal', { opsz: 48, SOFT: 30, WONK: 0, wght: 560 }),
  font('figtree-5.3.0', 'figtree/files/figtree-latin-wght-normal', { wght: { min: 400, max: 600 } }),
  watch ? context(scripts).then(c => c.watch()) : build(scripts),
]);
console.log(watch ? 'watching' : `assets built in ${Date.now() - began} ms`);
