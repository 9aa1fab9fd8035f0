// Measures the web app in Debian's chromium (software drawing): time until the map of a plan is drawn whole, and what-if round trips.
//
//   ./trunkline serve                                   (or --url of a server that runs)
//   node bench/web/measure.mjs [--url http://127.0.0.1:5210] [--visits 5] [--asks 20]
//
// Interactive: from the click on the address to the map's idle with all sites, pipes and storage drawn.
// Round trip: from the last press on the credit slider to the changed plan in the page, its map source set; the 350 ms that the
// slider waits to come to rest are counted. Prints one JSON object; run it on a quiet machine.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'web', 'package.json'));
const { chromium } = require('playwright-core');

const given = Object.fromEntries(process.argv.slice(2).flatMap((word, i, all) => (word.startsWith('--') ? [[word.slice(2), all[i + 1]]] : [])));
const url = given.url ?? 'http://127.0.0.1:5210';
const visits = Number(given.visits ?? 5);
const asks = Number(given.asks ?? 20);

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
const told = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return { runs: sorted.length, medianMs: Math.round(at(sorted, 0.5)), p95Ms: Math.round(at(sorted, 0.95)), worstMs: Math.round(sorted.at(-1)) };
};

const status = await (await fetch(`${url}/api/v1/status`)).json();
if (!status.plan || !status.canAsk) throw new Error('The server holds no plan that can be asked yet; wait for it and run this again.');
const browser = await chromium.launch({ executablePath: process.env.TRUNKLINE_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

const first = [];
const again = [];
let weight = 0;
for (let i = 0; i < visits; i++) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  if (i === 0) page.on('response', async (response) => { if (!response.url().includes('/api/')) weight += (await response.request().sizes().catch(() => ({ responseBodySize: 0 }))).responseBodySize; });
  for (const times of [first, again]) {
    await page.goto(`${url}/plans/${status.plan}`);
    await page.waitForSelector('[data-testid=map][data-idle]', { timeout: 60_000 });
    times.push(await page.evaluate(() => Number(document.querySelector('[data-testid=map]').dataset.idle)));
  }
  await context.close();
}

const trips = [];
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
await page.goto(`${url}/plans/${status.plan}`);
await page.waitForSelector('[data-testid=map][data-idle]');
for (let i = 0; i < asks; i++) {
  const before = page.url().split('?')[0];
  const slider = page.locator('#lever-credit');
  await slider.focus();
  const began = Date.now();
  // Down and up in turn, by one step to three: never twice the same question.
  for (let step = 0; step <= i % 3; step++) await page.keyboard.press(i % 2 ? 'ArrowRight' : 'ArrowLeft');
  await page.waitForURL((address) => address.pathname.startsWith('/plans/') && !address.href.startsWith(before), { timeout: 120_000 });
  await page.waitForSelector('.plan[aria-busy=false]');
  trips.push(Date.now() - began);
  await page.waitForSelector('[data-testid=map][data-idle]');
}
await browser.close();

console.log(JSON.stringify({ url, plan: status.plan, interactiveFirstVisit: told(first), interactiveLaterVisit: told(again), weightBytesBeforeData: weight, whatIfRoundTrip: told(trips) }, null, 2));
