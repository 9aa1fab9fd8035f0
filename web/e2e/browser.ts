import { accessSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const places = [process.env.TRUNKLINE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function chromiumPath(): string | null {
  for (const place of places) {
    try {
      if (place) {
        accessSync(place);
        return place;
      }
    } catch {
      // The next one, then.
    }
  }
  return null;
}

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath()!, args: ['--no-sandbox'] });

export interface Look {
  language?: 'en' | 'zh';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

/** A fresh visitor. Errors of the page, and requests that leave this machine, are kept in `faults`. */
export async function visitor(browser: Browser, address: string, look: Look = {}): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: look.width ?? 1280, height: look.height ?? 800 }, acceptDownloads: true, reducedMotion: 'reduce' });
  await context.addInitScript(
    ([language, theme]) => {
      if (!localStorage.getItem('trunkline.language')) localStorage.setItem('trunkline.language', language!);
      if (!localStorage.getItem('trunkline.theme')) localStorage.setItem('trunkline.theme', theme!);
    },
    [look.language ?? 'en', look.theme ?? 'light'],
  );
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(`${new URL(page.url()).pathname}: ${fault.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Minified React|is not defined|undefined/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1') faults.push(`left this machine: ${request.url()}`);
  });
  return { context, page, faults };
}

/** Waits until the map has drawn all that it was given. */
export const mapIdle = (page: Page) => page.waitForSelector('[data-testid=map][data-idle]', { timeout: 90_000 });

/** How many sites the map draws now, read from what is on the screen. */
export const drawn = (page: Page, layer: string) =>
  page.evaluate((name) => {
    const frame = document.querySelector('[data-testid=map]') as unknown as { chart: { queryRenderedFeatures: (options: object) => unknown[] } };
    return frame.chart.queryRenderedFeatures({ layers: [name] }).length;
  }, layer);
