import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chineseOf, circumstancesIn } from '../src/words/toldBy';

describe('what the server says in English only', () => {
  it('is said in Chinese where it is of a known pattern', () => {
    expect(chineseOf("construction begins on 2033-01-01, which is not before 2033-01-01 (us.45q.begin-construction-deadline)")).toBe('开工日 2033-01-01 不早于期限 2033-01-01（us.45q.begin-construction-deadline）');
    expect(chineseOf("7 is not between 0 and 0.3.")).toBe('7 不在 0 与 0.3 之间。');
    expect(chineseOf("Known are: id, title. Was 'id' meant?")).toBe('可用：id, title。是否指“id”？');
    expect(chineseOf("us.45q.rate has no value in force as of 2007-01-01 for source point, fate eor: not yet enacted.")).toBe('us.45q.rate 于 2007-01-01 没有有效数值（来源 固定源，去向 驱油）：not yet enacted。');
  });

  it('says every doubt about a site or a stream of the national dataset', () => {
    const rows = readFileSync(join(import.meta.dirname, '..', '..', 'data', 'us', 'doubtful.csv'), 'utf8').trim().split(/\r?\n/).slice(1).map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => (cell[1] ?? cell[2] ?? '').replaceAll('""', '"')));
    const ofSites = rows.filter(([table]) => table === 'sites' || table === 'streams');
    expect(ofSites.length).toBeGreaterThan(100);
    expect(ofSites.flatMap(([, , , detail, action]) => [detail!, action!]).filter((text) => chineseOf(text) === null)).toEqual([]);
  });

  it('stays as it is where it is of none', () => expect(chineseOf('Something new went wrong.')).toBeNull());

  it('reads circumstances part by part', () => {
    expect(circumstancesIn('fate saline, labour full, source dac, in service 2031-01-01, construction begun 2028-01-01, year 2031')).toBe('去向 专用封存，劳工要求 满足，来源 空气捕集，投运于 2031-01-01，开工于 2028-01-01，2031 年');
  });
});
