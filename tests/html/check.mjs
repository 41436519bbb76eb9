// SPDX-License-Identifier: GPL-3.0-or-later
// Checks reports against axe-core's rules for WCAG 2.1 A and AA, that they ask nothing of the
// network, and that they fit a screen of 320 pixels.
//
//   npm install && node check.mjs REPORT.html...
//
// Exits 1 with what is wrong, 2 when it cannot check. CHROMIUM names another browser.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

// One page for all: opening another costs more than going to another address.
async function opened(browser) {
  const page = await browser.newPage();
  const seen = { page, address: '', wrong: [] };
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url() === seen.address) return request.continue();
    seen.wrong.push(`asks for ${request.url()}`);
    return request.abort();
  });
  page.on('dialog', (dialog) => {
    seen.wrong.push(`shows a dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  return seen;
}

async function check(seen, file) {
  const page = seen.page;
  const wrong = (seen.wrong = []);
  seen.address = pathToFileURL(resolve(file)).href;
  await page.setViewport({ width: 1200, height: 900 });
  await page.goto(seen.address, { waitUntil: 'load' });
  if (await page.$('script')) wrong.push('has a script element');

  await page.evaluate(axe);
  const result = await page.evaluate(
    (names) =>
      globalThis.axe.run(document, {
        runOnly: { type: 'tag', values: names },
        resultTypes: ['violations'],
      }),
    tags,
  );
  for (const violation of result.violations) {
    wrong.push(`${violation.id} (${violation.impact}): ${violation.help}`);
    for (const node of violation.nodes.slice(0, 5)) {
      wrong.push(`    ${node.target.join(' ')}: ${node.html.slice(0, 160)}`);
    }
  }

  await page.setViewport({ width: 320, height: 900 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) wrong.push(`is ${width} pixels wide on a screen of 320`);
  return { wrong, rules: result.passes.length };
}

const files = process.argv.slice(2);
const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (files.length === 0 || !files.every((file) => existsSync(file))) {
  console.error('usage: node check.mjs REPORT.html...');
  process.exit(2);
}
if (!existsSync(browserPath)) {
  console.error(`There is no browser at ${browserPath}; CHROMIUM may name another.`);
  process.exit(2);
}
const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
let failed = false;
try {
  const seen = await opened(browser);
  for (const file of files) {
    const { wrong, rules } = await check(seen, file);
    if (wrong.length > 0) failed = true;
    console.log(wrong.length > 0 ? `${file}:` : `${file}: in order (${rules} rules)`);
    for (const line of wrong) console.log(`  ${line}`);
  }
} finally {
  await browser.close();
}
process.exit(failed ? 1 : 0);
