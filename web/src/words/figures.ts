import type { Language } from './words';

/** How numbers and their units are written for people: English in billions and Mt, Chinese in 亿 and 万. */
export interface Figures {
  number: (value: number | null | undefined, digits?: number) => string;
  whole: (value: number | null | undefined) => string;
  /** t/y in the unit that suits its size. */
  rate: (tonnesPerYear: number | null | undefined) => string;
  mass: (tonnes: number | null | undefined) => string;
  money: (usd: number | null | undefined) => string;
  perTonne: (usdPerTonne: number | null | undefined) => string;
  length: (km: number | null | undefined) => string;
  inches: (inches: number | null | undefined) => string;
  percent: (share: number | null | undefined) => string;
  day: (day: string | null | undefined) => string;
  instant: (instant: string | null | undefined) => string;
  seconds: (seconds: number | null | undefined) => string;
  signed: (text: string, value: number) => string;
}

/** Shown where there is no value: never a zero. */
export const none = '–';

/** Three significant digits below a hundred, whole numbers with separators above; a real minus sign. */
export function plainNumber(value: number, digits?: number): string {
  const size = Math.abs(value);
  const decimals = digits ?? (size === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3);
  if (size > 0 && size < 0.0005 && digits === undefined) return value.toExponential(1).replaceAll('-', '−');
  const text = new Intl.NumberFormat('en', { minimumFractionDigits: digits === undefined && size < 0.9995 ? 0 : decimals, maximumFractionDigits: decimals }).format(size);
  return value < 0 && Number(text.replaceAll(',', '')) !== 0 ? `−${text}` : text;
}

const or = <T>(write: (value: T) => string) => (value: T | null | undefined) => (value === null || value === undefined ? none : write(value));

const n = plainNumber;
const sized = (value: number, write: (size: number) => string) => (value < 0 ? `−${write(-value)}` : write(value));

const english: Figures = {
  number: (value, digits) => (value === null || value === undefined ? none : n(value, digits)),
  whole: or((value: number) => n(Math.round(value), 0)),
  rate: or((value: number) => sized(value, (v) => (v === 0 || v >= 999_500 ? `${n(v / 1e6)} Mt/y` : `${n(v / 1e3)} kt/y`))),
  mass: or((value: number) => sized(value, (v) => (v >= 1e9 ? `${n(v / 1e9)} Gt` : v === 0 || v >= 999_500 ? `${n(v / 1e6)} Mt` : `${n(v / 1e3)} kt`))),
  money: or((value: number) => sized(value, (v) => (v >= 0.9995e9 ? `$${n(v / 1e9)} billion` : v >= 0.9995e6 ? `$${n(v / 1e6)} million` : `$${n(v)}`))),
  perTonne: or((value: number) => sized(value, (v) => `$${n(v)}/t`)),
  length: or((value: number) => `${n(value, 0)} km`),
  inches: or((value: number) => `${n(value, value % 1 ? 1 : 0)} in`),
  percent: or((share: number) => `${n(share * 100, share !== 0 && Math.abs(share) < 0.00995 ? 2 : 1)} %`),
  day: or((day: string) => dated(day, 'en-GB', { day: 'numeric', month: 'long', year: 'numeric' })),
  instant: or((instant: string) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))),
  seconds: or((value: number) => `${n(value, value < 10 ? 1 : 0)} s`),
  signed: (text, value) => (value > 0 ? `+${text}` : text),
};

const chinese: Figures = {
  ...english,
  rate: or((value: number) => sized(value, (v) => (v >= 1e9 ? `${n(v / 1e8)} 亿吨/年` : v >= 1e7 ? `${n(v / 1e6)} 百万吨/年` : `${n(v / 1e4)} 万吨/年`))),
  mass: or((value: number) => sized(value, (v) => (v >= 1e8 ? `${n(v / 1e8)} 亿吨` : `${n(v / 1e4)} 万吨`))),
  money: or((value: number) => sized(value, (v) => (v >= 1e8 ? `${n(v / 1e8)} 亿美元` : v >= 1e4 ? `${n(v / 1e4)} 万美元` : `${n(v)} 美元`))),
  perTonne: or((value: number) => sized(value, (v) => `${n(v)} 美元/吨`)),
  length: or((value: number) => `${n(value, 0)} 公里`),
  inches: or((value: number) => `${n(value, value % 1 ? 1 : 0)} 英寸`),
  percent: or((share: number) => `${n(share * 100, share !== 0 && Math.abs(share) < 0.00995 ? 2 : 1)}%`),
  day: or((day: string) => dated(day, 'zh-CN', { day: 'numeric', month: 'long', year: 'numeric' })),
  instant: or((instant: string) => new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))),
  seconds: or((value: number) => `${n(value, value < 10 ? 1 : 0)} 秒`),
};

function dated(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!year) return day;
  if (!month) return locale === 'zh-CN' ? `${year}年` : String(year);
  const { day: _, ...monthly } = options;
  return new Intl.DateTimeFormat(locale, { ...(date ? options : monthly), timeZone: 'UTC' }).format(new Date(Date.UTC(year, month - 1, date || 1)));
}

export function figures(language: Language): Figures {
  return language === 'zh' ? chinese : english;
}

/** A scale for one axis or column: its divisor and its unit in words. */
export interface Scale {
  of: (value: number) => number;
  unit: string;
}

const scale = (size: number, unit: string): Scale => ({ of: (value) => value / size, unit });

/** The scale on which a chart shows t/y, chosen by its largest value. */
export const rateScale = (language: Language, largest: number): Scale =>
  language === 'zh' ? (largest >= 2e6 ? scale(1e6, '百万吨/年') : scale(1e4, '万吨/年')) : largest >= 1e6 ? scale(1e6, 'Mt/y') : scale(1e3, 'kt/y');

/** The same for dollars. */
export const moneyScale = (language: Language, largest: number): Scale =>
  language === 'zh' ? (largest >= 1e8 ? scale(1e8, '亿美元') : scale(1e4, '万美元')) : largest >= 1e9 ? scale(1e9, '$ billion') : scale(1e6, '$ million');
