// A browser that notes whatever a page should not do.

import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import path from 'node:path';

// The packages lie where `.ci/check-pages` puts them, so that none of theirs stands among the sources.
const installed = createRequire(path.join(process.env.BROWSER_PACKAGES ?? process.cwd(), 'package.json'));
const puppeteer = installed('puppeteer-core');
export const axeSource = installed('axe-core').source;

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Runs `use` with a browser. */
export async function withBrowser(use) {
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** A tab with an address open, and in `page.faults` whatever it does that it should not. */
export async function open(browser, address, { width = 1200, scheme = 'light', script = true } = {}) {
  const page = await browser.newPage();
  page.faults = [];
  const fault = (what) => page.faults.push(what);
  page.on('console', (message) => fault(`console: ${message.text()}`));
  page.on('pageerror', (error) => fault(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    fault(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('popup', () => fault('a window opens'));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address.split('#')[0]) {
      fault(`request: ${request.url()}`);
    }
  });
  await page.setViewport({ width, height: 900 });
  await page.setJavaScriptEnabled(script);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' }, // what is clicked on stands still
  ]);
  await page.goto(address, { waitUntil: 'load' });
  return page;
}

/** What the page says of your version. */
export function yourVersion(page) {
  return page.evaluate(() => {
    const sentence = document.querySelector('.sentence');
    const scores = [...document.querySelectorAll('[data-score]')];
    return {
      sentence: sentence.textContent,
      outcome: sentence.dataset.outcome,
      front: sentence.dataset.front.split(',').filter(Boolean),
      ranking: sentence.dataset.ranking.split(',').filter(Boolean),
      coverage: Number(sentence.dataset.coverage),
      scores: Object.fromEntries(scores.map((cell) => [cell.dataset.score, Number(cell.value)])),
      command: document.querySelector('.yours code').textContent,
    };
  });
}

/** Goes to another state of the same page by its address, as a shared link does. */
export async function goTo(page, hash) {
  await page.evaluate((to) => {
    const shown = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    if (location.hash === to) {
      return;
    }
    location.hash = to;
    return shown;
  }, hash);
}
