import { describe, expect, it } from 'vitest';
import { bins } from '../src/sweeps/bins';

const of = (...values: number[]) => values.map((value) => ({ value, weight: 1 / values.length }));

describe('bins', () => {
  it('hold every figure once, the largest too', () => {
    const made = bins(of(0, 1, 2, 3, 4, 10), 5);
    expect(made.map((b) => b.count)).toEqual([2, 2, 1, 0, 1]);
    expect(made.reduce((sum, b) => sum + b.weight, 0)).toBeCloseTo(1);
    expect([made[0]!.from, made[4]!.to]).toEqual([0, 10]);
  });

  it('are one where all figures are alike, and none without figures', () => {
    expect(bins(of(7, 7, 7), 5)).toEqual([{ from: 7, to: 7, weight: expect.closeTo(1), count: 3 }]);
    expect(bins([], 5)).toEqual([]);
  });
});
