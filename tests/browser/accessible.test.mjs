// Everybody can read the pages: axe finds nothing, in light and dark, wide and narrow, folded and unfolded.

import assert from 'node:assert/strict';
import test from 'node:test';

import { axeSource, open, withBrowser } from './browser.mjs';
import { examples, pageOf } from './program.mjs';

const looks = [
  { scheme: 'light', width: 1200 },
  { scheme: 'dark', width: 1200 },
  { scheme: 'light', width: 400 },
  { scheme: 'dark', width: 400 },
];
/** Looked at in every way; the other examples in one. */
const inFull = [
  'fraud-scoring-serving',
  'retail-platform-by-component',
  'bank-llm-no-way-through',
  'llm-gateway-early-days',
];

/** What axe finds, in a line each. */
async function violations(page) {
  // The page lets no script in, so axe comes the way a debugger does.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join('; ')}`,
  );
}

test('axe finds no violation', async () => {
  await withBrowser(async (browser) => {
    for (const file of examples) {
      const all = inFull.some((name) => file.includes(name));
      for (const look of all ? looks : looks.slice(0, 1)) {
        const page = await open(browser, await pageOf(file), look);
        const about = `${file} ${look.scheme} ${look.width}`;
        await page.$$eval('details', (folded) => folded.forEach((one) => (one.open = true)));
        assert.deepEqual(await violations(page), [], about);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(over, 0, `${about}: pixels beyond the screen`);
        assert.deepEqual(page.faults, [], about);
        await page.close();
      }
    }
  });
});

test('headings go down one level at a time, and every picture says what it shows', async () => {
  await withBrowser(async (browser) => {
    for (const file of examples) {
      const page = await open(browser, await pageOf(file));
      const levels = await page.$$eval('h1, h2, h3, h4, h5, h6', (all) => all.map((one) => Number(one.tagName[1])));
      assert.deepEqual(
        levels.filter((level) => level === 1),
        [1],
        file,
      );
      levels.slice(1).forEach((level, at) => assert.ok(level <= levels[at] + 1, `${file}: h${levels[at]}, h${level}`));
      const pictures = await page.$$eval('figure svg', (all) =>
        all.map((one) => [
          one.getAttribute('role'),
          one.querySelector('title')?.textContent,
          one.querySelector('desc')?.textContent,
        ]),
      );
      assert.ok(pictures.length > 0 && pictures.every(([role, title, text]) => role === 'img' && title && text), file);
      const ids = await page.$$eval('[id]', (all) => all.map((one) => one.id));
      assert.equal(new Set(ids).size, ids.length, `${file}: an id stands twice`);
      const dead = await page.$$eval('a[href^="#"]', (all) =>
        all.map((one) => one.getAttribute('href')).filter((to) => !document.getElementById(to.slice(1))),
      );
      assert.deepEqual(dead, [], file);
      await page.close();
    }
  });
});

test('the keyboard reaches everything, and shows where it is', async () => {
  await withBrowser(async (browser) => {
    const page = await open(browser, await pageOf('examples/retail-platform-by-component.yaml'));
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the report');
    await page.keyboard.press('Enter');
    const reached = new Set();
    for (let count = 0; count < 400; count += 1) {
      await page.keyboard.press('Tab');
      const [name, outline] = await page.evaluate(() => {
        const focused = document.activeElement;
        return [focused.tagName, getComputedStyle(focused).outlineStyle];
      });
      reached.add(name);
      assert.ok(name === 'BODY' || outline !== 'none', `nothing shows that ${name} has the focus`);
    }
    for (const name of ['A', 'INPUT', 'SELECT', 'BUTTON', 'SUMMARY']) {
      assert.ok(reached.has(name), `${name} is not reached`);
    }
  });
});
