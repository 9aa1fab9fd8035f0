import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { drawn, launch, mapIdle, visitor } from './browser';
import { sweepOf } from './pages';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
const address = inject('address');

/** A part of the API that comes later leaves its test out, with the reason. */
const offers = (path: string) => inject('offers').some((offered) => offered.startsWith(`/api/v1/${path}`));

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  ({ context, page, faults } = await visitor(browser, address));
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});

const api = async <T>(path: string) => (await (await fetch(`${address}/api/v1/${path}`)).json()) as T;
const first = async () => (await api<{ plan: string }>('status')).plan;

/** Moves a slider by keyboard, as a person without a mouse would. */
async function press(label: string, key: string, times: number) {
  const slider = page.getByLabel(label, { exact: true });
  await slider.focus();
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

describe('the plan', () => {
  it('opens by itself, with sites, pipelines and storage on the map', async () => {
    await page.goto('/');
    await page.waitForURL(/\/plans\/[^/]+$/);
    await mapIdle(page);
    expect(await drawn(page, 'sites')).toBeGreaterThan(300);
    expect(await drawn(page, 'pipes')).toBeGreaterThan(100);
    expect(await drawn(page, 'storage')).toBeGreaterThan(10);
    expect(await page.getByText('audit passed').isVisible()).toBe(true);
  });

  it('plays its build-out from the first year to the last', async () => {
    const id = await first();
    await page.goto(`/plans/${id}?y=2046`);
    await mapIdle(page);
    await page.goto(`/plans/${id}?y=2026`);
    await mapIdle(page);
    const before = await drawn(page, 'sites');
    await page.getByRole('button', { name: 'Play the build-out' }).click();
    await page.waitForURL(/y=2050/, { timeout: 60_000 });
    await page.getByRole('button', { name: 'Play the build-out' }).waitFor();
    await mapIdle(page);
    expect(await drawn(page, 'sites')).toBeGreaterThan(before);
  });

  it('shows the page of a plant: why it is in, its credits, its evidence', async () => {
    const id = await first();
    await page.goto(`/plans/${id}`);
    await mapIdle(page);
    await page.getByRole('combobox', { name: 'Find a plant or formation' }).fill('ethanol');
    await page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sel=/);
    const panel = page.getByRole('complementary', { name: 'What is chosen' });
    await panel.getByText('Evidence', { exact: false }).first().waitFor();
    await panel.getByRole('link', { name: 'Open as a page' }).click();
    await page.waitForURL(/\/plans\/[^/]+\/(sites|storage)\//);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('is narrowed by sector and state, and the address tells it', async () => {
    const id = await first();
    await page.goto(`/plans/${id}?tab=filter`);
    await mapIdle(page);
    const all = await drawn(page, 'sites');
    await page.getByRole('checkbox', { name: 'Cement and lime' }).check();
    await page.getByRole('button', { name: 'TX', exact: true }).click();
    await page.waitForURL(/sector=cement.*state=TX|state=TX.*sector=cement/);
    await page.waitForTimeout(300);
    await mapIdle(page);
    expect(await drawn(page, 'sites')).toBeLessThan(all);
    await page.getByRole('button', { name: 'As a table' }).first().click();
    await page.getByRole('table', { name: 'All sites' }).waitFor();
    const states = await page.locator('tbody tr td:nth-child(2)').allTextContents();
    expect(new Set(states)).toEqual(new Set(['TX']));
  });
});

describe('what if', () => {
  it('changes the plan when the credit moves, shows what changed, is saved, compared and undone', async () => {
    const id = await first();
    await page.goto(`/plans/${id}`);
    await mapIdle(page);
    const net = await page.locator('.plan-right .big').first().textContent();
    await press('Level of the 45Q credit', 'ArrowLeft', 4);
    await page.waitForURL((url) => url.pathname.startsWith('/plans/') && url.pathname !== `/plans/${id}` && url.search.includes(`diff=${id}`), { timeout: 110_000 });
    await page.getByTestId('changed').waitFor();
    await mapIdle(page);
    expect(await page.locator('.plan-right .big').first().textContent()).not.toBe(net);
    expect(await page.getByText('credit × 0.80').first().isVisible()).toBe(true);

    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByLabel('Name').fill('Credit at four fifths');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.locator('.plan-title strong', { hasText: 'Credit at four fifths' }).waitFor();
    const kept = await api<{ items: { name: string | null; kept: boolean }[] }>('plans?kept=true');
    expect(kept.items.some((plan) => plan.name === 'Credit at four fifths' && plan.kept)).toBe(true);

    if (offers('plans/compare')) {
      await page.getByRole('link', { name: 'Compare' }).first().click();
      await page.waitForURL(/\/compare\?plans=/);
      await page.getByRole('table', { name: 'Figures' }).waitFor();
      expect(await page.getByRole('link', { name: 'Credit at four fifths' }).isVisible()).toBe(true);
      await page.goBack();
    }

    await page.getByRole('button', { name: 'Undo' }).first().click();
    await page.waitForURL((url) => url.pathname === `/plans/${id}`);
  });
});

describe('what if, on a study worked by hand', () => {
  /** Waits for the plan that the next move makes, and gives its net in M$. */
  async function net(move: () => Promise<unknown>): Promise<number> {
    const before = new URL(page.url()).pathname;
    await move();
    await page.waitForURL((url) => url.pathname.startsWith('/plans/') && url.pathname !== before, { timeout: 60_000 });
    const id = new URL(page.url()).pathname.split('/')[2]!;
    return Math.round((await api<{ item: { totals: { netUsd: number } } }>(`plans/${id}`)).item.totals.netUsd / 1e3) / 1e3;
  }

  it('asks for a share for communities, forces a plant in, and pays a flat credit', async () => {
    const job = (await (await fetch(`${address}/api/v1/studies/08-a-share-for-communities/plans`, { method: 'POST' })).json()) as { id: string };
    let plan: string | null = null;
    for (let i = 0; i < 100 && !plan; i++) {
      plan = (await api<{ result: { id: string } | null }>(`jobs/${job.id}`)).result?.id ?? null;
      if (!plan) await new Promise((resolve) => setTimeout(resolve, 200));
    }
    // The figures are those of the study's README.
    await page.goto(`/plans/${plan}`);
    await page.getByText(/^40(\.0)? %$/).first().waitFor();
    expect(await net(() => press('Community share', 'Home', 1))).toBe(-253.775);
    await page.goto(`${page.url().split('?')[0]}?sel=sites:C`);
    expect(await net(() => page.getByRole('button', { name: 'Plan with this in any case' }).click())).toBe(-233.775);
    await page.getByRole('button', { name: 'Leave this to the plan again' }).waitFor();
    await page.getByRole('button', { name: /forced: leave it to the plan again/ }).waitFor();
    await page.getByLabel('One level in $/t in place of the law’s amounts').check();
    await page.getByText(/^now \$85(\.0+)?\/t on average$/).waitFor();
    expect(await net(() => press('Flat credit', 'ArrowRight', 1))).toBe(-258.775);
    await page.goto(`${page.url().split('?')[0]}?sel=storage:F`);
    await page.getByText('Storage cannot be forced.', { exact: false }).waitFor();
  });
});

describe('the register', () => {
  it('is searched in Chinese', async () => {
    await page.goto('/register');
    await page.getByRole('button', { name: '切换到中文' }).click();
    await page.getByLabel('双语搜索').fill('封存 许可');
    await page.waitForURL(/q=/);
    await page.getByRole('list', { name: '政策登记册' }).getByRole('link').first().waitFor();
    await page.getByRole('list', { name: '找到的段落' }).first().waitFor();
    const titles = await page.getByRole('list', { name: '政策登记册' }).getByRole('heading').allTextContents();
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.every((title) => /[\u4e00-\u9fff]/.test(title))).toBe(true);
  });

  it('says of 45Q what held on a day: oil recovery earned 60 before 4 July 2025 and 85 after', async () => {
    const question = 'd.source=point&d.fate=eor&d.labour=full&inService=2026-01-01&year=2026';
    await page.goto(`/register/parameters/us.45q.rate?asof=2025-07-03&${question}`);
    await page.getByTestId('answer').waitFor();
    expect(await page.getByTestId('answer').textContent()).toBe('60');
    await page.getByLabel('Law as of', { exact: true }).first().fill('2025-07-05');
    await page.getByTestId('answer').filter({ hasText: '85' }).waitFor();
    await page.goto('/register/records/us.45q?asof=2025-07-03');
    await page.getByRole('heading', { name: /45Q/ }).first().waitFor();
    const before = await page.locator('tr[data-in-force=true]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-entry')));
    await page.getByRole('button', { name: /Later event/ }).click();
    await page.waitForURL(/asof=2025-07-04/);
    await page.waitForFunction((old) => JSON.stringify([...document.querySelectorAll('tr[data-in-force=true]')].map((row) => row.getAttribute('data-entry'))) !== old, JSON.stringify(before));
  });
});

describe('studies', () => {
  it.skipIf(!offers('uploads'))('lists what is wrong with a table by row', async () => {
    await page.goto('/studies/data');
    const csv = 'site_id,name,state,county_fips,longitude,latitude,sector,fossil_co2_t_per_year,biogenic_co2_t_per_year\nx1,Good plant,IL,17019,-88.2,40.1,cement,500000,0\nx2,Bad plant,IL,17019,far west,40.1,cement,many,0\nx1,Twice the id,IL,17019,-88.2,40.1,cement,500000,0\n';
    await page.getByLabel('Choose a file, or drop it here').setInputFiles({ name: 'sites.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByTestId('preview-status').waitFor();
    const problems = page.getByRole('table', { name: 'Problems by row' });
    await problems.waitFor();
    const text = (await problems.textContent()) ?? '';
    expect(text).toMatch(/longitude/);
    expect(text).toMatch(/fossil_co2_t_per_year/);
    expect(await page.getByRole('button', { name: 'Keep as a dataset' }).isDisabled()).toBe(true);
  });

  it.skipIf(!offers('studies/form'))('checks a study while it is typed', async () => {
    await page.goto('/studies/new');
    const rate = page.getByLabel(/Discount rate/i);
    await rate.fill('7');
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect(await page.getByRole('button', { name: 'Save the study' }).isDisabled()).toBe(true);
    await rate.fill('0.07');
    await page.waitForFunction(() => document.querySelectorAll('[aria-invalid=true]').length === 0);
  });
});

describe('the app', () => {
  it('switches language and keeps it', async () => {
    const id = await first();
    await page.goto(`/plans/${id}`);
    await page.getByRole('button', { name: '切换到中文' }).click();
    await page.getByRole('heading', { name: '方案概要' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await page.reload();
    await page.getByRole('heading', { name: '方案概要' }).waitFor();
  });

  it.skipIf(!offers('plans/{id}/export'))('exports the plan', async () => {
    const id = await first();
    await page.goto(`/plans/${id}`);
    await page.getByRole('button', { name: 'Export' }).click();
    for (const format of ['JSON', 'GeoPackage', 'Tables (CSV)']) {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.getByRole('link', { name: format, exact: true }).click()]);
      expect(readFileSync((await download.path())!).length, format).toBeGreaterThan(1000);
    }
  });

  it('says where nothing is, and leads on', async () => {
    await page.goto('/no/such/place');
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    await page.goto('/plans/no-such-plan');
    await page.getByRole('heading', { name: 'No such plan' }).waitFor();
  });
});

describe.skipIf(!offers('sweeps'))('futures', () => {
  it('are launched, and watched by worker until they are done', async () => {
    await page.goto('/sweeps');
    await page.getByRole('link', { name: 'Ask in many futures' }).click();
    await page.getByRole('combobox', { name: 'Study' }).selectOption('04-build-ahead');
    const id = `launched-${Date.now()}`;
    await page.getByLabel('Id', { exact: true }).fill(id);
    await page.getByLabel('Number of futures').fill('12');
    await page.getByRole('button', { name: 'Launch' }).click();
    await page.waitForURL(new RegExp(`/sweeps/${id}$`));
    await page.getByText('13 of 13 done').waitFor({ timeout: 120_000 });
    const workers = page.getByRole('region', { name: 'Who computes' });
    expect(await workers.getByRole('row').count()).toBeGreaterThan(1);
    // This study's rocks take less than most of the futures ask for: those end with a reason.
    await page.getByText('exceeds what the storage can take').first().waitFor();
    const found = await api<{ futures: { netUsd: number | null }[] }>(`sweeps/${id}/found`);
    expect(found.futures.length).toBeGreaterThan(0);
  });

  it('are explored: what is built in nearly all of them, how they spread, what to build first, each by itself', async () => {
    const id = await sweepOf(address);
    interface Found { core: { name: string; shareBy: number[] }[]; futures: { number: number; netUsd: number | null }[]; chosen: unknown[]; tornado: unknown[] }
    const found = await api<Found>(`sweeps/${id}/found`);
    const planned = found.futures.filter((f) => f.netUsd !== null);
    expect(planned.length).toBeGreaterThan(0);
    await page.goto(`/sweeps/${id}`);

    const heat = page.getByRole('region', { name: 'Core infrastructure' });
    const thing = found.core[0]!;
    const row = heat.getByRole('row').filter({ has: page.getByRole('rowheader', { name: thing.name }) }).first();
    await row.waitFor();
    const shares = (await row.getByRole('cell').allInnerTexts()).map((text) => Number.parseFloat(text) / 100);
    expect(shares.length).toBe(thing.shareBy.length);
    thing.shareBy.forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 2));

    // The bars of the spread hold every future with a plan, whichever figure is looked at.
    const spread = page.getByRole('figure', { name: 'Distribution' });
    await spread.getByRole('button', { name: 'As a table' }).click();
    for (const figure of ['captured', 'net']) {
      await page.getByRole('combobox', { name: 'Figure' }).selectOption(figure);
      const counts = await spread.getByRole('row').locator('td:last-child').allInnerTexts();
      expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(planned.length);
    }

    const matters = page.getByRole('figure', { name: 'What matters' });
    await matters.getByRole('button', { name: 'As a table' }).click();
    expect(await matters.getByRole('row').count()).toBe(1 + found.tornado.length);
    expect(found.chosen.length).toBeGreaterThan(0);
    expect(await page.getByRole('table', { name: 'What to build first' }).getByRole('row').count()).toBe(1 + found.chosen.length);

    await page.locator('summary', { hasText: 'All futures' }).click();
    const every = page.getByRole('table', { name: 'All futures' });
    expect(await every.getByRole('row').count()).toBe(1 + found.futures.length);

    const report = await page.getByRole('link', { name: 'Report' }).getAttribute('href');
    await page.goto(report!);
    await page.getByRole('heading', { name: 'What to build first' }).waitFor();
  });

  it('that make no sweep are refused with their place and the fix', async () => {
    await page.goto('/sweeps/new?study=01-one-source-one-hub');
    await page.getByLabel('Id', { exact: true }).fill('Not Small');
    await page.getByRole('button', { name: 'Launch' }).click();
    await page.getByRole('alert').getByText('sweep.json').waitFor();
  });
});
