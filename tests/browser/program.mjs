// Running the program, and the pages it writes.

import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The folder of the repository, in which everything runs. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The program under test: `.ci/check-pages` says which. */
const program = process.env.TRILEMMA ?? path.join(root, 'target/release/trilemma');
/** A folder for each process, so that none reads what another is writing. */
export const pages = path.join(process.env.PAGES ?? path.join(root, 'target/pages'), String(process.pid));
mkdirSync(pages, { recursive: true });

const run = promisify(execFile);
const options = { cwd: root, maxBuffer: 1 << 28, env: { ...process.env, LANG: 'C.UTF-8' } };

/** What the program prints. */
export async function trilemma(...args) {
  return (await run(program, args, options)).stdout;
}

/** What a command line prints that a shell reads, as a user would paste it. */
export async function shell(line) {
  const PATH = `${path.dirname(program)}:${process.env.PATH}`;
  return (await run('sh', ['-c', line], { ...options, env: { ...options.env, PATH } })).stdout;
}

/** Writes the page of a requirements file, and gives its address. */
export async function pageOf(file, ...args) {
  const html = await trilemma('report', file, '--format', 'html', ...args);
  return written(file.replaceAll(/[^\w-]+/g, '-'), html);
}

/** Writes a page, and gives its address. */
export function written(name, html) {
  const target = path.join(pages, `${name}.html`);
  writeFileSync(target, html);
  return `file://${target}`;
}

/** The recommendation of each part of a requirements file, under an id that is null for the whole. */
export function partsOf(json) {
  const document = JSON.parse(json);
  return document.components === null
    ? [{ id: null, ...document.recommendation }]
    : document.components.parts.map((part) => ({ id: part.id, ...part.recommendation }));
}

/** Every bundled example. */
export const examples = [
  ...readdirSync(path.join(root, 'examples'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `examples/${name}`),
  'examples/company-rubric/requirements.yaml',
  'examples/approved-list/requirements.yaml',
];
