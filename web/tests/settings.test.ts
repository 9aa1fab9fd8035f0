import { describe, expect, it } from 'vitest';
import { at, put } from '../src/studies/pointer';
import { settingsOf } from '../src/whatif/settings';
import { corners, groupOf, sectorGroups } from '../src/map/sectors';

const item = (id: string, parent: string | null, changes: object[]) => ({ id, parent, changes, mode: 'target', goal: [10, 80], tracks: ['pointSource', 'biogenic', 'dac'], policy: { asOf: '2026-11-23', mode: null, overlays: [] } }) as never;

describe('settings of a plan', () => {
  it('are what all changes since the first plan add up to, later ones over earlier', () => {
    const settings = settingsOf([item('us', null, []), item('a', 'us', [{ kind: 'credit', factor: 1.2 }, { kind: 'forbid', ids: ['x', 'y'] }]), item('b', 'a', [{ kind: 'credit', factor: 0.5 }, { kind: 'allow', ids: ['x'] }, { kind: 'tracks', tracks: ['dac'] }])]);
    expect(settings).toMatchObject({ credit: 0.5, forbidden: ['y'], tracks: ['dac'], dac: 1, asOf: '2026-11-23' });
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
