// The page works out what the program does, to the last digit.

import assert from 'node:assert/strict';
import test from 'node:test';

import { goTo, open, withBrowser, yourVersion } from './browser.mjs';
import { examples, pageOf, partsOf, shell, trilemma } from './program.mjs';

/** Random changes tried on each example. */
const VARIATIONS = Number(process.env.VARIATIONS ?? 20);

const words = (ids) => ids.map((id) => id.replace('-', ' '));

/** That the page says of a part what the program does. */
function assertAgrees(page, part, about) {
  const { outcome, front, scores, coverage, ranking } = page;
  const viable = part.alternatives.filter((one) => one.rank !== null).map((one) => one.alternative);
  const said = Object.fromEntries(part.alternatives.map((one) => [one.alternative.replace('-', ' '), one.score]));
  assert.deepEqual(scores, Object.fromEntries(Object.keys(scores).map((name) => [name, said[name]])), about);
  assert.equal(outcome, part.outcome, about);
  assert.equal(coverage, part.coverage, about);
  assert.deepEqual([...ranking].sort(), words(viable).sort(), about);
  if (viable.length > 0 && ranking.length > 0) {
    assert.equal(said[ranking[0]], Math.max(...ranking.map((name) => said[name])), about);
  }
  if (outcome === 'recommended' || outcome === 'too-close') {
    assert.deepEqual(front, words(part.recommended), about);
  }
}

/** A sequence that looks random and is the same every time (mulberry32). */
function drawn(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Something that may be answered, as `--set` has it. */
function anyAnswer(question, next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  if (next() < 0.15) {
    return 'unknown';
  }
  switch (question.type) {
    case 'choice':
      return pick(question.choices).id;
    case 'choices': {
      const chosen = question.choices.filter(() => next() < 0.4).map((choice) => choice.id);
      return chosen.length > 0 ? chosen.join(',') : question.none ? 'none' : pick(question.choices).id;
    }
    case 'number': {
      const low = question.minimum ?? 0;
      const high = Math.min(question.maximum ?? Infinity, low + pick([5, 30, 200, 5000]));
      const number = low + next() * (high - low);
      return String(next() < 0.7 ? Math.ceil(number) : Number(number.toFixed(3)));
    }
    default:
      return pick(['yes', 'no']);
  }
}

/** A few changes of a part, as an address has them. */
function anyChanges(data, next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const part = pick(data.parts);
  const prefix = part.id === null ? '' : `${part.id}.`;
  const query = new URLSearchParams();
  if (part.id !== null) {
    query.append('part', part.id);
  }
  const questions = data.rubric.questions.filter((question) => question.type !== 'text' && !question.locked);
  for (let count = Math.floor(next() * 7); count > 0; count -= 1) {
    const question = pick(questions);
    query.append('set', `${prefix}${question.id}=${anyAnswer(question, next)}`);
  }
  for (let count = Math.floor(next() * 6); count > 0; count -= 1) {
    query.append('weight', `${prefix}${pick(data.rubric.criteria).id}=${1 + Math.floor(next() * 10)}`);
  }
  return { id: part.id, hash: `#try?${query}` };
}

test('what is recorded in the examples, and what is varied in them', async (t) => {
  const seen = new Set();
  await withBrowser(async (browser) => {
    for (const [position, file] of examples.entries()) {
      await t.test(file, async () => {
        const page = await open(browser, await pageOf(file));
        const data = await page.evaluate(() => JSON.parse(document.getElementById('data').textContent));
        for (const part of partsOf(await trilemma('decide', file, '--format', 'json'))) {
          await goTo(page, part.id === null ? '#try?' : `#try?part=${part.id}`);
          assertAgrees(await yourVersion(page), part, `${file} ${part.id} as recorded`);
        }
        const next = drawn(position + 1);
        for (let count = 0; count < VARIATIONS; count += 1) {
          const { id, hash } = anyChanges(data, next);
          await goTo(page, hash);
          const yours = await yourVersion(page);
          // The command that the page offers, as a reader would paste it.
          const parts = partsOf(await shell(`${yours.command} --format json`));
          const part = parts.find((one) => one.id === id);
          assertAgrees(yours, part, `${file} ${hash}`);
          seen.add(yours.outcome);
        }
        assert.deepEqual(page.faults, []);
        await page.close();
      });
    }
  });
  assert.equal(seen.size, 4, `of the outcomes only these were seen: ${[...seen]}`);
});
