// "Try a change": sliders and selectors, the address, the command, and what hostile addresses can do: nothing.

import assert from 'node:assert/strict';
import test from 'node:test';

import { goTo, open, withBrowser, yourVersion } from './browser.mjs';
import { examples, pageOf, partsOf, shell, trilemma } from './program.mjs';

const switching = 'tests/browser/switching/requirements.yaml';

/** Runs `use` with the page of a file, which must do nothing it should not. */
async function withPage(file, use, settings) {
  await withBrowser(async (browser) => {
    const page = await open(browser, await pageOf(file), settings);
    await use(page);
    assert.deepEqual(page.faults, []);
  });
}

/** The whole points on either side of a switching weight, if a weight may have them: before it, and beyond it. */
function steps(weight) {
  const low = weight.low && { beyond: Math.ceil(weight.low.points - 1e-9) - 1, ...weight.low };
  const high = weight.high && { beyond: Math.floor(weight.high.points + 1e-9) + 1, ...weight.high };
  const ends = [low && { ...low, before: low.beyond + 1 }, high && { ...high, before: high.beyond - 1 }];
  return ends.filter((end) => end && end.beyond >= 1 && end.beyond <= 10);
}

const spoken = (id) => id.replace('-', ' ');

test('a slider changes the recommendation exactly where the switching weight says', async () => {
  await withPage(switching, async (page) => {
    const [part] = partsOf(await trilemma('decide', switching, '--format', 'json'));
    const weight = part.robustness.weights.criteria.find((one) => one.id === 'volume');
    const [end] = steps(weight);
    assert.equal(end.beyond, 5, 'the rubric of this test has changed');
    await page.focus('[data-weight=volume]');
    for (let points = weight.points + 1; points <= 10; points += 1) {
      await page.keyboard.press('ArrowRight');
      const yours = await yourVersion(page);
      const expected = points < end.beyond ? spoken(part.recommended[0]) : spoken(end.rival);
      assert.deepEqual(yours.front, [expected], `at ${points}`);
      assert.equal(yours.outcome, 'recommended', `at ${points}`);
    }
    for (let points = 9; points >= end.before; points -= 1) {
      await page.keyboard.press('ArrowLeft');
      const expected = points < end.beyond ? spoken(part.recommended[0]) : spoken(end.rival);
      assert.deepEqual((await yourVersion(page)).front, [expected], `back at ${points}`);
    }
  });
});

test('in every example the lead changes exactly where the switching weight says', async () => {
  let tried = 0;
  await withBrowser(async (browser) => {
    for (const file of examples) {
      const page = await open(browser, await pageOf(file));
      for (const part of partsOf(await trilemma('decide', file, '--format', 'json'))) {
        const prefix = part.id === null ? '' : `${part.id}.`;
        const leader = part.robustness.weights && spoken(part.robustness.weights.alternatives[0]);
        for (const weight of part.robustness.weights?.criteria ?? []) {
          for (const end of steps(weight)) {
            const at = async (points) => {
              const query = new URLSearchParams({ weight: `${prefix}${weight.id}=${points}` });
              if (part.id !== null) {
                query.append('part', part.id);
              }
              await goTo(page, `#try?${query}`);
              return yourVersion(page);
            };
            const before = await at(end.before);
            assert.ok(before.scores[leader] >= before.scores[spoken(end.rival)] - 1e-9, `${file} ${weight.id}`);
            assert.deepEqual((await at(end.beyond)).ranking[0], spoken(end.rival), `${file} ${weight.id}`);
            tried += 1;
          }
        }
      }
      assert.deepEqual(page.faults, []);
      await page.close();
    }
  });
  assert.ok(tried > 0, 'no example has a switching weight');
});

test('an answer can be changed, and what it makes apply can be answered', async () => {
  await withPage(switching, async (page) => {
    assert.equal(await page.$eval('[data-question=barista]', (field) => field.disabled), true);
    await page.$$eval('#try details', (all) => all.forEach((one) => (one.open = true)));
    await page.focus('[data-question=cups]');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('60');
    assert.equal(await page.$eval('[data-question=barista]', (field) => field.disabled), false);
    await page.select('[data-question=barista]', 'yes');
    let yours = await yourVersion(page);
    assert.match(yours.command, /--set cups=60 --set barista=yes$/);
    // Under 50 cups the barista does not count, and the program would refuse the answer.
    await page.$eval('[data-question=cups]', (field) => field.select());
    await page.keyboard.type('45');
    yours = await yourVersion(page);
    assert.match(yours.command, /--set cups=45$/);
    // No number, and none that the question allows, leaves the version as it was.
    for (const refused of ['-', '5000']) {
      await page.$eval('[data-question=cups]', (field) => field.select());
      await page.keyboard.type(refused);
    }
    assert.equal(await page.$eval('[data-question=cups]', (field) => field.getAttribute('aria-invalid')), 'true');
    await page.$eval('[data-question=cups]', (field) => field.select());
    await page.keyboard.type('600');
    yours = await yourVersion(page);
    assert.match(yours.command, /--set cups=600/);
    assert.match(
      await page.$eval('.yours', (yours) => yours.textContent),
      /Building is ruled out: nobody builds for 600 cups\./,
    );
    const boxes = await page.$$('[data-question=beans]');
    await boxes[1].click();
    assert.match((await yourVersion(page)).command, /--set beans=none/);
    await boxes[2].click();
    assert.match((await yourVersion(page)).command, /--set beans=unknown/);
    const [part] = partsOf(await shell(`${(await yourVersion(page)).command} --format json`));
    assert.equal((await yourVersion(page)).outcome, part.outcome);
    await page.click('.buttons button');
    yours = await yourVersion(page);
    assert.equal(yours.command, `trilemma decide ${switching}`);
  });
});

test('a shared link restores a version, and going back forgets it', async () => {
  await withBrowser(async (browser) => {
    await browser
      .defaultBrowserContext()
      .overridePermissions('file:///', ['clipboard-read', 'clipboard-sanitized-write']);
    const address = await pageOf(switching);
    const page = await open(browser, address);
    await page.focus('[data-weight=volume]');
    await page.keyboard.press('End');
    const yours = await yourVersion(page);
    await page.waitForFunction(() => location.hash === '#try?weight=volume%3D10', { timeout: 2000 });
    const other = await open(browser, await page.url());
    assert.deepEqual(await yourVersion(other), yours);
    assert.match(await other.$eval('.before', (one) => one.textContent), /^Recorded: Adopt open source/);
    await other.click('.buttons button');
    await other.waitForFunction(() => location.hash === '#try', { timeout: 2000 });
    assert.equal((await yourVersion(other)).command, `trilemma decide ${switching}`);
    await page.bringToFront();
    const copied = async (position) => {
      await (await page.$$('.buttons button'))[position].click();
      await page.waitForFunction(
        (at) => document.querySelectorAll('.buttons button')[at].textContent === 'Copied',
        {},
        position,
      );
      return page.evaluate(() => navigator.clipboard.readText());
    };
    assert.equal(await copied(1), yours.command);
    assert.equal(await copied(2), page.url());
    assert.deepEqual([...page.faults, ...other.faults], []);
  });
});

test('hostile addresses change nothing and do nothing', async () => {
  const hostile = [
    '#try?set=__proto__=polluted&weight=constructor=5',
    '#try?set=toString=1&set=hasOwnProperty=yes&part=__proto__',
    '#try?set=cups=1e999&set=cups=NaN&set=cups=-1&set=cups=0x10&set=cups=1001&set=cups=Infinity',
    '#try?set=cups=<img src=x onerror=alert(1)>',
    '#try?set=<script>alert(1)</script>=yes',
    '#try?set=beans=light,light,nothing&set=beans=&set=barista=maybe&set=remark=hello',
    '#try?weight=volume=0&weight=volume=11&weight=volume=5.5&weight=volume=1e1&weight=volume=%2B5&weight=volume',
    '#try?%E0%A4%A&set=%&weight=%zz&&&===&set',
    '#try?part=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
    '#try?set=javascript:alert(1)',
    `#try?${'set=cups=1;'.repeat(50000)}`,
    `#try?${'&set=cups=x'.repeat(100000)}`,
    '#"><img src=x onerror=alert(1)>',
    '#try-here',
    '#__proto__',
  ];
  await withBrowser(async (browser) => {
    const address = await pageOf(switching);
    for (const hash of hostile) {
      const page = await open(browser, address + hash);
      const yours = await yourVersion(page);
      assert.equal(yours.command, `trilemma decide ${switching}`, hash.slice(0, 80));
      assert.deepEqual(await page.evaluate(() => [document.images.length, Object.keys(Object.prototype)]), [0, []]);
      assert.deepEqual(page.faults, [], hash.slice(0, 80));
      await page.close();
    }
  });
});
