import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('location', { pathname: '/plans/us', search: '?y=2035&sel=sites:1000001', origin: 'http://here', href: 'http://here/plans/us?y=2035' });
const { fit, withQuery } = await import('../src/address/address');
const { readView } = await import('../src/plan/viewState');

const plan = { periods: [{ from: 2026, to: 2030 }, { from: 2031, to: 2035 }, { from: 2036, to: 2050 }] } as never;

describe('address', () => {
  it('fits patterns and takes their parts', () => {
    expect(fit('/plans/:id/:kind/:thing', '/plans/us/sites/a%2Fb')).toEqual({ id: 'us', kind: 'sites', thing: 'a/b' });
    expect(fit('/plans/:id', '/plans')).toBeNull();
    expect(fit('/plans/:id', '/register/us')).toBeNull();
  });

  it('changes only what is named, and keeps the address readable', () => {
    expect(withQuery({ y: '2040', sector: 'power,cement' })).toBe('/plans/us?y=2040&sel=sites:1000001&sector=power,cement');
    expect(withQuery({ y: null, sel: '' })).toBe('/plans/us');
  });

  it('reads a view, and has a default for everything', () => {
    const bare = readView(plan, new URLSearchParams());
    expect([bare.year, bare.period, bare.chosen, bare.view, bare.shown.cost]).toEqual([2050, 2, null, null, null]);
    const full = readView(plan, new URLSearchParams('y=2033&at=-95.5,38.2,5.1&sel=storage:s1:a&cost=20-80&sector=power&layers=pipes,nonsense&diff=us'));
    expect(full.period).toBe(1);
    expect(full.view).toEqual({ longitude: -95.5, latitude: 38.2, zoom: 5.1 });
    expect(full.chosen).toEqual({ kind: 'storage', id: 's1:a' });
    expect(full.shown).toMatchObject({ cost: [20, 80], groups: ['power'], layers: ['pipes'] });
    expect(full.difference).toBe('us');
  });

  it('does not believe a year outside the plan', () => {
    expect(readView(plan, new URLSearchParams('y=1999')).year).toBe(2050);
  });
});
