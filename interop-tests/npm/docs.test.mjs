// Executes the commands of docs/flows: every `sh` block of a page, in one shell; the `text` block behind it is what it prints.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { API, BACKEND, ISSUER } from './fixtures.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = join(ROOT, 'docs/flows');
const END = '\u0000end of block\u0000';
const BLOCK = /^```(sh|text)\n(.*?)^```$/gms;

const pages = (await readdir(PAGES)).filter((name) => /^F\d\d-.*\.md$/.test(name)).sort();

test('docs/flows/README.md names a page for each of the eighteen flows', async () => {
  const index = await readFile(join(PAGES, 'README.md'), 'utf8');
  assert.equal(pages.length, 18);
  for (const page of pages) assert.ok(index.includes(`](${page})`), page);
});

for (const page of pages) {
  test(`F17.6 + docs/flows/${page}: what it prints is what the page says`, { timeout: 60_000 }, async () => {
    const steps = stepsOf(await readFile(join(PAGES, page), 'utf8'));
    assert.ok(steps.length > 0, 'no commands');
    const printed = await run(steps.map(({ commands }) => commands));
    steps.forEach(({ commands, expected }, i) => {
      if (expected !== undefined) assert.match(printed[i], pattern(expected), commands);
    });
  });
}

function stepsOf(markdown) {
  const steps = [];
  for (const [, kind, text] of markdown.matchAll(BLOCK)) {
    if (kind === 'sh') steps.push({ commands: here(text) });
    else steps.at(-1).expected = here(text);
  }
  return steps;
}

const here = (text) =>
  text
    .replaceAll('http://127.0.0.1:9400/', ISSUER.href)
    .replaceAll('http://127.0.0.1:8080/', API.href)
    .replaceAll('http://127.0.0.1:8084/', BACKEND.href);

/** The expected text, in which … stands for anything. */
const pattern = (expected) =>
  new RegExp(`^${expected.trim().split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*')}$`);

async function run(blocks) {
  const folder = await mkdtemp(join(tmpdir(), 'docs-'));
  const script = blocks.map((commands) => `${commands}\nprintf '\\0end of block\\0'`).join('\n');
  const inFolder = script.replaceAll(/\b(?:token|key)\w*\.(?:json|pem)\b/g, (name) => join(folder, name));
  try {
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', inFolder], { cwd: ROOT });
    return stdout.split(END).slice(0, -1).map((text) => text.trim());
  } finally {
    await rm(folder, { recursive: true });
  }
}
