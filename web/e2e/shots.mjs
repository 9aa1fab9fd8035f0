// Pictures of every page in both languages and both themes, to be looked at: out/web-shots/NAME-LANGUAGE-THEME.png.
//   node e2e/shots.mjs http://127.0.0.1:5210 [name,name] [width] [en,zh] [light,dark]
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', '..', 'out', 'web-shots');
const [server = 'http://127.0.0.1:5210', only = '', width = '1280', languages = 'en,zh', themes = 'light,dark'] = process.argv.slice(2);
const pages = [...readFileSync(join(here, 'pages.ts'), 'utf8').matchAll(/^ {2}\['([\w-]+)', '([^']+)'\]/gm)].map((m) => [m[1], m[2]]);
const read = async (path) => (await fetch(`${server}/api/v1/${path}`)).json();
const { plan } = await read('status');
const plans = (await read('plans')).items;
const some = async (layer, wanted) => {
  const features = (await read(`plans/${plan}/layers/${layer}`)).features;
  return encodeURIComponent((features.find((f) => wanted(f.properties)) ?? features[0]).properties.id);
};
const named = {
  ID: plan,
  OTHER: (plans.find((item) => item.parent === plan) ?? plans.find((item) => item.id !== plan))?.id ?? plan,
  SITE: await some('sites', (p) => p.status === 'captured'),
  STORAGE: await some('storage', (p) => p.rate4 > 0),
  PIPE: await some('pipes', (p) => p.flow4),
  COUNTY: await some('counties', (p) => p.sites > 0),
  SWEEP: (await read('sweeps')).items.find((item) => item.state === 'done')?.id ?? 'none',
};

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.TRUNKLINE_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const language of languages.split(',')) {
  for (const theme of themes.split(',')) {
    const context = await browser.newContext({ viewport: { width: Number(width), height: 800 }, reducedMotion: 'reduce' });
    await context.addInitScript(([l, t]) => {
      localStorage.setItem('trunkline.language', l);
      localStorage.setItem('trunkline.theme', t);
    }, [language, theme]);
    for (const [name, address] of pages.filter(([name]) => !only || only.split(',').includes(name))) {
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      await page.goto(server + address.replace(/\b(ID|OTHER|SITE|STORAGE|PIPE|COUNTY|SWEEP)\b/g, (word) => named[word]));
      await page.waitForLoadState('networkidle').catch(() => undefined);
      if (name === 'map' || name === 'map-filter') await page.waitForSelector('[data-testid=map][data-idle]', { timeout: 60_000 }).catch(() => console.log(`${name}: the map did not come to rest`));
      await page.waitForFunction(() => !document.querySelector('main .waiting')).catch(() => console.log(`${name}: still waiting`));
      await page.waitForTimeout(400);
      await page.screenshot({ timeout: 120_000, path: join(out, `${name}-${language}-${theme}${width === '1280' ? '' : `-${width}`}.png`), fullPage: !name.startsWith('map') });
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
