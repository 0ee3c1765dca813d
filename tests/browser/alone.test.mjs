// A page needs nothing: no network, no script, and on paper nothing stays folded.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'node:test';

import { open, withBrowser } from './browser.mjs';
import { examples, pageOf, pages } from './program.mjs';

const SECTIONS = [
  'firm',
  'why',
  'options',
  'points',
  'change',
  'open',
  'next',
  'risks',
  'decision',
  'appendix',
  'sources',
  'provenance',
];

test('no page asks for anything, complains or is large', async () => {
  await withBrowser(async (browser) => {
    for (const file of examples) {
      const address = await pageOf(file);
      const page = await open(browser, address);
      assert.deepEqual(page.faults, [], file);
      const size = statSync(fileURLToPath(address)).size;
      assert.ok(size < 440_000, `${file}: ${size} bytes`);
      await page.close();
    }
  });
});

test('without a script everything is there but what a script is needed for', async () => {
  await withBrowser(async (browser) => {
    const address = await pageOf('examples/fraud-scoring-serving.yaml');
    const page = await open(browser, address, { script: false });
    for (const id of SECTIONS) {
      const shown = await page.$eval(`#${id}`, (one) => one.checkVisibility() && one.innerText.length > 20);
      assert.ok(shown, `${id} is not shown`);
    }
    assert.equal(await page.$eval('#try', (one) => one.checkVisibility()), false);
    assert.equal(await page.$eval('a[href="#try"]', (one) => one.checkVisibility()), false);
    const pictures = await page.$$eval('figure svg', (all) =>
      all.every((one) => one.getBoundingClientRect().height > 50),
    );
    assert.ok(pictures);
    await page.click('#appendix summary');
    assert.match(await page.$eval('#appendix', (one) => one.innerText), /What has been tried/);
    assert.deepEqual(page.faults, []);
  });
});

for (const script of [true, false]) {
  test(`paper shows what is folded away, with${script ? '' : 'out'} a script`, async () => {
    await withBrowser(async (browser) => {
      const page = await open(browser, await pageOf('examples/fraud-scoring-serving.yaml'), { script });
      const path = `${pages}/paper-${script}.pdf`;
      await page.pdf({ path, format: 'A4', printBackground: true });
      const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
      const flat = text.replaceAll(/\s+/g, ' ');
      for (const folded of [
        'Points by criterion',
        'Every question with what was answered',
        'legal, ticket 2291',
        'Ratings go from −2 to +2',
      ]) {
        assert.ok(flat.includes(folded), `${folded} is not on paper`);
      }
      assert.ok(!flat.includes('Your version'), 'what cannot be tried on paper is left out');
    });
  });
}
