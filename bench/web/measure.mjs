// Measures the web app in Debian's chromium (software drawing): time until the map of a plan is drawn whole, and what-if round trips.
//
//   ./trunkline serve                                   (or --url of a server that runs)
//   node bench/web/measure.mjs [--url http://127.0.0.1:5210] [--visits 5] [--asks 20]
//
// Interactive: from the click on the address to the map's idle with all sites, pipes and storage drawn.
// Round trip: from the last press on the credit slider to the changed plan in the page, its map source set; the 200 ms that the
// slider waits to come to rest are counted. Map drawn: until the map shows the changed plan and is at rest. Of each trip the seconds that the server itself searched are told apart: the rest is
// writing, sending, reading and drawing. Prints one JSON object with the machine; run it on a quiet one (loadBefore says whether it was).
import { createRequire } from 'node:module';
import { cpus, loadavg, release, totalmem } from 'node:os';
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

const loadBefore = loadavg()[0];
const trips = [];
const drawn = [];
const searched = [];
const kinds = { quick: 0, job: 0, none: 0 };
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
page.on('response', async (response) => {
  if (response.request().method() !== 'POST' || !response.url().endsWith('/whatif')) return;
  const answer = await response.json().catch(() => null);
  kinds[response.status() === 201 ? 'quick' : response.status() === 202 ? 'job' : 'none']++;
  if (response.status() === 201 && answer) searched.push(answer.seconds * 1000);
});
await page.goto(`${url}/plans/${status.plan}`);
await page.waitForSelector('[data-testid=map][data-idle]', { timeout: 60_000 });
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
  await page.waitForSelector('[data-testid=map][data-idle]', { timeout: 60_000 });
  drawn.push(Date.now() - began);
}
const version = browser.version();
await browser.close();

const machine = { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memoryGb: Math.round(totalmem() / 1e9), system: `${process.platform} ${release()}`, node: process.version, chromium: version, loadBefore };
const goals = { interactiveMs: 3000, weightBytes: 2_000_000, roundTripP95Ms: 2000 };
console.log(JSON.stringify({ machine, url, plan: status.plan, interactiveFirstVisit: told(first), interactiveLaterVisit: told(again), weightBytesBeforeData: weight, whatIfRoundTrip: told(trips), whatIfMapDrawn: told(drawn), ofItSearch: searched.length > 0 ? told(searched) : null, answers: kinds, goals }, null, 2));
