// Nothing that a user writes acts in a page: every text of a rubric and of a requirements file, with markup, scripts,
// styles, ends of elements and comments, signs that turn the direction of writing, and a title of a megabyte.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

import { open, withBrowser } from './browser.mjs';
import { pageOf, pages, root } from './program.mjs';

const folder = path.join(root, 'tests/hostile');
const temp = path.join(pages, 'hostile');
const read = (name) => readFileSync(path.join(folder, name), 'utf8');
const payloads = read('payloads.txt')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Writes the files with something in every text, and says how often it stands there. */
function place(payload) {
  mkdirSync(temp, { recursive: true });
  const quoted = JSON.stringify(payload)
    .slice(1, -1)
    .replaceAll(/[\u007f-\uffff]/g, escaped);
  // An address holds neither spaces nor what would end it; the program refuses those itself.
  const address = payload.replaceAll(/[\s\u0000-\u0020\u007f-\u009f<>"\\]/g, '');
  let count = 0;
  for (const name of ['rubric', 'market', 'own', 'requirements', 'components']) {
    const text = read(`${name}.yaml`).replaceAll(/^#.*$/gm, '');
    count += text.split('@@').length + text.split('§§').length - 2;
    writeFileSync(
      path.join(temp, `${name}.yaml`),
      text.replaceAll('@@', () => quoted).replaceAll('§§', () => address),
    );
  }
  return count;
}

const escaped = (sign) => `\\u${sign.codePointAt(0).toString(16).padStart(4, '0')}`;

/** What a page is made of, as the browser understands it. */
function anatomy(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const attributes = new Set(all.flatMap((one) => [...one.attributes].map((attribute) => attribute.name)));
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    return {
      elements: [...new Set(all.map((one) => one.localName))].sort(),
      // Lines of labels in pictures are as many as it takes.
      count: all.filter((one) => !one.closest('svg')).length,
      scripts: document.scripts.length,
      handlers: [...attributes].filter((name) => name.startsWith('on') || name === 'style' || name === 'src'),
      links: links.filter((to) => !/^(#|https:\/\/e\.org\/|http:\/\/e\.org\/)/.test(to)),
      comments: document.createNodeIterator(document, NodeFilter.SHOW_COMMENT).nextNode() !== null,
    };
  });
}

test('no text of a user acts, whatever stands in it', async () => {
  let placed = 0;
  await withBrowser(async (browser) => {
    const harmless = {};
    for (const payload of ['harmless', ...payloads]) {
      placed += place(payload);
      for (const name of ['requirements', 'components']) {
        const page = await open(browser, await pageOf(path.join(temp, `${name}.yaml`)));
        await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
        for (const slider of await page.$$('input[type=range]')) {
          await slider.press('End');
        }
        const found = await anatomy(page);
        harmless[name] ??= found;
        const about = `${name}: ${payload}`;
        // The same elements, as many of them, as a page in which nothing is tried.
        assert.deepEqual(found, harmless[name], about);
        assert.deepEqual([found.handlers, found.links, found.comments], [[], [], false], about);
        assert.deepEqual(page.faults, [], about);
        await page.close();
      }
    }
  });
  assert.ok(placed > 1000, `only ${placed} places`);
});

test('a title of nearly a megabyte is borne', async () => {
  const title = `${'<b>&"\u202e\u2028'.repeat(50_000)}end`;
  mkdirSync(temp, { recursive: true });
  const file = path.join(temp, 'long.yaml');
  writeFileSync(file, `rubric: ml-infrastructure\ntitle: ${JSON.stringify(title)}\nanswers: {models: 3}\n`);
  await withBrowser(async (browser) => {
    const page = await open(browser, await pageOf(file));
    assert.equal(await page.$$eval('b', (all) => all.filter((one) => one.closest('h1')).length), 0);
    assert.ok((await page.$eval('h1', (one) => one.textContent)).endsWith('end'));
    assert.deepEqual(page.faults, []);
  });
});
