import i18next from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { figures, type Figures } from './figures';
import { texts } from './texts';
import { chineseOf, circumstancesIn, dimensionIn, valueIn } from './toldBy';

export type Language = 'en' | 'zh';
/** A text in both languages, as the server gives it. */
export type Bilingual = { en?: string | null; zh?: string | null };
export type Key = keyof typeof texts;
type Values = Record<string, string | number>;

const stored = 'trunkline.language';

function first(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? safely(() => localStorage.getItem(stored)) ?? navigator.language;
  return asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function safely<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const resource = (at: 0 | 1) => Object.fromEntries(Object.entries(texts).map(([key, pair]) => [key, pair[at]]));

export function startWords(): void {
  const language = first();
  void i18next.use(initReactI18next).init({
    resources: { en: { translation: resource(0) }, zh: { translation: resource(1) } },
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  mark(language);
}

function mark(language: Language) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export function speak(language: Language): void {
  safely(() => localStorage.setItem(stored, language));
  mark(language);
  void i18next.changeLanguage(language);
}

/** The words of a code that the server sent, or the code itself where the app has no words for it. */
export type CodeFamily = 'sector' | 'process' | 'track' | 'kind' | 'status' | 'reason' | 'state' | 'force' | 'unit' | 'note' | 'change' | 'field' | 'job' | 'stage' | 'table' | 'format' | 'money' | 'verdict' | 'pillar' | 'confidence' | 'step' | 'cell' | 'group' | 'relation' | 'layer' | 'jurisdiction' | 'choice' | 'figure' | 'turn' | 'ending' | 'criterion' | 'begun' | 'spread' | 'doubt';

export interface Words extends Figures {
  language: Language;
  /** A text of the app. */
  t: (key: Key, values?: Values) => string;
  /** A code that the server sent, in words. */
  code: (family: CodeFamily, code: string | null | undefined) => string;
  /** A text that the server sent in both languages. */
  say: (text: Bilingual | string | null | undefined) => string;
  /** A sentence that the server sent in English only; in Chinese where it is of a known pattern. */
  told: (text: Bilingual | string | null | undefined) => string;
  /** A value of the law with its unit. */
  lawValue: (value: string, unit: string) => string;
  /** A dimension of a parameter, and a word of one. */
  dimension: (name: string) => string;
  dimensionValue: (value: string) => string;
  /** Circumstances of a question to the register. */
  circumstances: (text: string | null | undefined) => string;
}

function wordsIn(language: Language): Words {
  const t = (key: Key, values?: Values) => i18next.t(key, { lng: language, ...values }) as string;
  return {
    ...figures(language),
    language,
    t,
    code: (family, code) => {
      if (code === null || code === undefined) return '–';
      const key = `${family}.${code}`;
      return key in texts ? t(key as Key) : code;
    },
    say: (text) => {
      if (!text) return '';
      if (typeof text === 'string') return text;
      return (language === 'zh' ? text.zh || text.en : text.en || text.zh) ?? '';
    },
    lawValue: (value, unit) => {
      const shown = /^-?\d+\.\d{5,}$/.test(value) ? String(Number(Number(value).toPrecision(6))) : value;
      // A day and a pure number have no unit that a person would read.
      if (unit === '1' || unit === 'date') return shown;
      return `${shown} ${`unit.${unit}` in texts ? t(`unit.${unit}` as Key) : unit}`;
    },
    told: (text) => (typeof text === 'string' ? (language === 'zh' ? chineseOf(text) ?? text : text) : text ? (language === 'zh' ? text.zh || chineseOf(text.en ?? '') || text.en : text.en || text.zh) ?? '' : ''),
    dimension: (name) => (language === 'zh' ? dimensionIn(name) : name),
    dimensionValue: (value) => (language === 'zh' ? valueIn(value) : value),
    circumstances: (text) => (text ? (language === 'zh' ? circumstancesIn(text) : text) : ''),
  };
}

export function useWords(): Words {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'zh' ? 'zh' : 'en';
  return useMemo(() => wordsIn(language), [language]);
}
