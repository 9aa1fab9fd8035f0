import { describe, expect, it } from 'vitest';
import { at, put } from '../src/studies/pointer';
import { averageCredit, settingsOf } from '../src/whatif/settings';
import { corners, groupOf, sectorGroups } from '../src/map/sectors';

const plan = (asked: object) => ({ id: 'us', asked, mode: 'target', goal: [10, 80], tracks: ['dac'], policy: { asOf: '2026-11-23', mode: null, overlays: [] } }) as never;

describe('settings of a plan', () => {
  it('are those of its study', () => {
    const asked = { policy: { creditUsdPerTonne: 60 }, costFactors: { dac: 0.5 }, limits: { closed: ['y'], forced: ['x'], communities: { method: 'svi', leastShare: 0.4 } } };
    expect(settingsOf(plan(asked))).toMatchObject({ credit: 1, creditLevel: 60, forbidden: ['y'], forced: ['x'], community: 0.4, tracks: ['dac'], dac: 0.5, asOf: '2026-11-23' });
  });

  it('are the law as it stands where the study says nothing', () => {
    expect(settingsOf(plan({}))).toMatchObject({ credit: 1, creditLevel: null, forbidden: [], forced: [], community: 0, dac: 1 });
  });

  it('begin a flat credit where the plan is: $/t of the periods that earn, in fives', () => {
    const period = (creditsUsd: number, capturedMtPerYear: number) => ({ from: 2031, to: 2035, creditsUsd, capturedMtPerYear }) as never;
    expect(averageCredit({ periods: [period(78.9e9, 200), period(0, 450)] } as never)).toBe(80);
    expect(averageCredit({ periods: [period(0, 450)] } as never)).toBeNull();
  });
});

describe('a study in the form', () => {
  it('is changed without touching the study before', () => {
    const before = { id: 'a', target: { mtPerYear: [1] } };
    const after = put(before, '/target/mtPerYear', [2, 3]);
    expect([at(before, '/target/mtPerYear'), at(after, '/target/mtPerYear')]).toEqual([[1], [2, 3]]);
  });

  it('leaves no empty parts behind', () => {
    expect(put({ id: 'a', limits: { closed: ['x'] } }, '/limits/closed', undefined)).toEqual({ id: 'a' });
  });
});

describe('sector groups', () => {
  it('give each sector one group, and each group a shape of its own', () => {
    expect(new Set(sectorGroups.map((group) => group.shape)).size).toBe(sectorGroups.length);
    expect([groupOf('cement').key, groupOf('dac').key, groupOf('no such sector').key]).toEqual(['cement', 'dac', 'other']);
    for (const group of sectorGroups) for (const [x, y] of corners(group.shape)) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1.25);
  });
});
