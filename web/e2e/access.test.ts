import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, mapIdle, visitor } from './browser';
import { addresses, pages } from './pages';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const address = inject('address');
let browser: Browser;
let real: Map<string, string>;

beforeAll(async () => {
  browser = await launch();
  real = new Map(await addresses(address));
});
afterAll(() => browser?.close());

interface Finding {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary: string }[];
}

// Contrast differs by theme and words by language; between the two looks both of each are seen.
describe.each([['en', 'light'], ['zh', 'dark']] as const)('in %s and %s colours', (language, theme) => {
  it.each(pages.map(([name]) => name))('%s has no serious fault of access, and fits a screen and a phone', async (name) => {
    const { context, page, faults } = await visitor(browser, address, { language, theme });
    try {
      await page.goto(real.get(name)!);
      await page.waitForLoadState('networkidle').catch(() => undefined);
      if (name === 'map' || name === 'map-filter') await mapIdle(page);
      await page.waitForFunction(() => !document.querySelector('main .waiting'), undefined, { timeout: 60_000 });
      // The page's own policy refuses foreign scripts; the debugger's evaluate is not one.
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const run = (window as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: unknown[] }> } }).axe.run;
        return (await run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations as never[];
      });
      const grave = (found as Finding[]).filter((finding) => finding.impact === 'serious' || finding.impact === 'critical');
      expect(grave.map((finding) => `${finding.id}: ${finding.nodes.map((node) => `${node.html} ${node.failureSummary}`).slice(0, 3).join(' | ')}`)).toEqual([]);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(spill, `wider than ${width} px`).toBeLessThanOrEqual(1);
      }
      if (language === 'zh') expect(await untranslated(page)).toEqual([]);
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

/** Heads, buttons, tabs and labels that hold no Chinese though they hold words. Names, ids and law in its own language are left out. */
async function untranslated(page: import('playwright-core').Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = [...document.querySelectorAll('nav a, button, label, legend, th[scope=col], h2, summary, caption')].filter((element) => !element.closest('[lang=en], code, .maplibregl-map, .refs, .plan-card h2, .record-card h2, td, li.card h2, li.card h3') && !element.querySelector('[translate=no]'));
    return said.map((element) => (element.textContent ?? '').trim()).filter((text) => /[A-Za-z]{4,} [a-z]{3,}/.test(text) && !/[\u4e00-\u9fff]/.test(text));
  });
}
