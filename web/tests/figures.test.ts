import { describe, expect, it } from 'vitest';
import { figures, moneyScale, plainNumber, rateScale } from '../src/words/figures';

const [en, zh] = [figures('en'), figures('zh')];

describe('figures', () => {
  it('keeps three digits, separators and a real minus sign', () => {
    expect([0, 0.123, 1.2345, 12.345, 123.45, 1234567, -5].map((value) => plainNumber(value))).toEqual(['0', '0.123', '1.23', '12.3', '123', '1,234,567', '−5.00']);
  });

  it('never writes what is not known as a zero', () => {
    expect([en.rate(null), en.money(undefined), zh.percent(null), zh.day(null)]).toEqual(['–', '–', '–', '–']);
  });

  it('gives each language its own units', () => {
    expect([en.rate(7.49e6), en.rate(43_000), en.rate(0)]).toEqual(['7.49 Mt/y', '43.0 kt/y', '0 Mt/y']);
    expect([zh.rate(7.49e6), zh.rate(450e6)]).toEqual(['749 万吨/年', '450 百万吨/年']);
    expect([en.money(157e9), en.money(-93.8e9), en.money(204_505)]).toEqual(['$157 billion', '−$93.8 billion', '$204,505']);
    expect([zh.money(157e9), zh.money(-93.8e9)]).toEqual(['1,570 亿美元', '−938 亿美元']);
    expect([en.mass(5.89e9), zh.mass(5.89e9)]).toEqual(['5.89 Gt', '58.9 亿吨']);
    expect([en.percent(0.038), zh.percent(0.0012), en.percent(0)]).toEqual(['3.8 %', '0.12%', '0.0 %']);
  });

  it('writes days as each language does', () => {
    expect([en.day('2025-07-04'), zh.day('2025-07-04'), en.day('2025'), zh.day('2025-07')]).toEqual(['4 July 2025', '2025年7月4日', '2025', '2025年7月']);
  });

  it('chooses one scale for an axis by its largest value', () => {
    expect([rateScale('en', 3e6).unit, rateScale('zh', 1e5).unit, moneyScale('en', 4e9).of(2e9), moneyScale('zh', 4e9).of(2e9)]).toEqual(['Mt/y', '万吨/年', 2, 20]);
  });
});
