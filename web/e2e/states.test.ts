import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, mapIdle, visitor } from './browser';
import { serve } from './server';

let browser: Browser;
const address = inject('address');
const api = async <T>(path: string) => (await (await fetch(`${address}/api/v1/${path}`)).json()) as T;
const first = async () => (await api<{ plan: string }>('status')).plan;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe('a page mends itself without being loaded again', () => {
  it('when there is no plan yet: it says so, leads on, and opens the plan when it is there', async () => {
    const { context, page } = await visitor(browser, address);
    let empty = true;
    await page.route('**/api/v1/status', (route) => (empty ? route.fulfill({ json: { state: 'ready', plan: null, opening: null, canAsk: false, problems: [] } }) : route.fallback()));
    await page.route('**/api/v1/plans?*', (route) => (empty ? route.fulfill({ json: { items: [], total: 0, next: null } }) : route.fallback()));
    await page.goto('/');
    await page.getByRole('heading', { name: 'No plan yet' }).waitFor();
    expect(await page.getByRole('link', { name: 'Go to the studies' }).isVisible()).toBe(true);
    await page.goto('/plans');
    await page.getByText('There is no plan on this server.').waitFor();
    await page.goto('/');
    await page.getByRole('heading', { name: 'No plan yet' }).waitFor();
    empty = false;
    await page.waitForURL(/\/plans\/[^/]+$/, { timeout: 20_000 });
    await context.close();
  });

  it('when the server stops and comes back', async () => {
    const here = await serve();
    const { context, page } = await visitor(browser, here.address);
    await page.goto('/register');
    await page.getByRole('list', { name: 'Policy register' }).getByRole('link').first().waitFor();
    await here.stop();
    await page.getByLabel('Search in both languages').fill('permit');
    await page.getByText('The server does not answer.').first().waitFor();
    const again = await serve({ port: Number(new URL(here.address).port), store: here.store });
    await page.getByText('The server does not answer.').first().waitFor({ state: 'detached', timeout: 30_000 });
    await page.getByRole('list', { name: 'Passages found' }).first().waitFor();
    await context.close();
    await again.stop();
    rmSync(here.store, { recursive: true, force: true });
  });

  it('when an answer takes long: it says so, streams, can be cancelled', async () => {
    const id = await first();
    const { context, page } = await visitor(browser, address);
    const job = { id: 'slow-1', number: 1, kind: 'what-if', state: 'running', title: { en: 'x', zh: 'x' }, plan: id, study: 'us', created: new Date().toISOString(), started: null, ended: null, ahead: null, stage: 'network', netUsd: null, boundUsd: null, gap: 0.12, seconds: 3, outcome: null, result: null, nextJob: null, problems: [], reasons: [], why: null };
    let cancelled = false;
    await page.route('**/whatif', (route) => route.fulfill({ status: 202, json: job }));
    await page.route('**/jobs/slow-1/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: `id: 1\nevent: progress\ndata: ${JSON.stringify(job)}\n\n` }));
    await page.route('**/jobs/slow-1', (route) => {
      cancelled = route.request().method() === 'DELETE';
      return route.fulfill({ status: 202, json: job });
    });
    await page.goto(`/plans/${id}`);
    await page.getByLabel('Level of the 45Q credit', { exact: true }).press('ArrowLeft');
    await page.getByText('Recomputing. This change takes longer.').waitFor();
    await page.getByText('candidate network').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Recomputing. This change takes longer.').waitFor({ state: 'detached' });
    expect(cancelled).toBe(true);
    await context.close();
  });

  it('when the connection drops while a job is followed', async () => {
    const id = await first();
    const { context, page } = await visitor(browser, address);
    const job = (state: string, gap: number) => ({ id: 'drop-1', number: gap * 100, kind: 'what-if', state, title: { en: 'x', zh: 'x' }, plan: id, study: 'us', created: new Date().toISOString(), started: null, ended: null, ahead: null, stage: 'network', netUsd: null, boundUsd: null, gap, seconds: 3, outcome: null, result: null, nextJob: null, problems: [], reasons: [], why: null });
    let times = 0;
    await page.route('**/whatif', (route) => route.fulfill({ status: 202, json: job('queued', 0.5) }));
    await page.route('**/jobs/drop-1/events', (route) => (++times === 1 ? route.abort('connectionreset') : route.fulfill({ contentType: 'text/event-stream', body: `id: 2\nevent: cancelled\ndata: ${JSON.stringify(job('cancelled', 0.2))}\n\n` })));
    await page.goto(`/plans/${id}`);
    await page.getByLabel('Level of the 45Q credit', { exact: true }).press('ArrowLeft');
    await page.getByText('Recomputing. This change takes longer.').waitFor();
    await page.getByText('Recomputing. This change takes longer.').waitFor({ state: 'detached', timeout: 30_000 });
    expect(times).toBeGreaterThan(1);
    await context.close();
  });

  it('when nothing can be done: it says which rule stands in the way', async () => {
    const id = await first();
    const { context, page } = await visitor(browser, address);
    await page.route('**/whatif', (route) => route.fulfill({ status: 200, json: { outcome: 'infeasible', plan: null, parent: id, seconds: 1, difference: null, proof: null, why: null, reasons: [{ rule: 'capture-target', where: '2031-2035', amountMtPerYear: 3, text: { en: 'Ask for 3 Mt/y less.', zh: '减少 3 百万吨/年。' } }] } }));
    await page.goto(`/plans/${id}`);
    await page.getByLabel('Level of the 45Q credit', { exact: true }).press('ArrowRight');
    await page.getByText('This cannot be done').waitFor();
    await page.getByText('Ask for 3 Mt/y less.').waitFor();
    await context.close();
  });

  it('when a study is ten times larger: map and table still answer', async () => {
    const id = await first();
    const { context, page, faults } = await visitor(browser, address);
    await page.route(`**/plans/${id}/layers/sites`, async (route) => {
      const layer = (await (await route.fetch()).json()) as { features: { properties: Record<string, unknown>; geometry: { coordinates: number[] } }[] };
      const many = Array.from({ length: 10 }, (_, i) => layer.features.map((f) => ({ ...f, properties: { ...f.properties, id: `${f.properties.id}-${i}` }, geometry: { ...f.geometry, coordinates: f.geometry.coordinates.map((x) => x + i * 0.03) } }))).flat();
      await route.fulfill({ json: { ...layer, features: many } });
    });
    await page.goto(`/plans/${id}`);
    await mapIdle(page);
    await page.getByRole('button', { name: 'As a table' }).first().click();
    await page.getByRole('table', { name: 'All sites' }).waitFor();
    await page.getByLabel('Search in: All sites').fill('ethanol');
    await page.getByRole('button', { name: 'Next' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBeLessThanOrEqual(50);
    expect(faults).toEqual([]);
    await context.close();
  });
});
