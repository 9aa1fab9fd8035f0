import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texts } from '../src/words/texts';

const keys = Object.keys(texts);
const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
const code = files(join(import.meta.dirname, '..', 'src')).filter((file) => /\.tsx?$/.test(file) && !file.includes('texts') && !file.endsWith('schema.ts'));
const source = code.map((file) => ({ file, text: readFileSync(file, 'utf8') }));

// Families whose keys are put together while running: a code of the server, or one of a few words.
const families = new Set(['sector', 'process', 'track', 'kind', 'status', 'reason', 'state', 'force', 'unit', 'note', 'change', 'field', 'job', 'stage', 'table', 'format', 'money', 'verdict', 'pillar', 'confidence', 'step', 'cell', 'group', 'relation', 'layer', 'jurisdiction', 'choice', 'figure', 'turn', 'ending', 'criterion', 'begun', 'spread', 'doubt']);

describe('words', () => {
  it('has every key that the code names', () => {
    const missing = source.flatMap(({ file, text }) => [...text.matchAll(/\bt\(\s*(?:[^'`()]*\?\s*)?'([\w.\-/]+)'(?:\s*:\s*'([\w.\-/]+)')?/g)].flatMap((m) => [m[1]!, m[2]]).filter((key): key is string => !!key && key.includes('.') && !keys.includes(key)).map((key) => `${file}: ${key}`));
    expect(missing).toEqual([]);
  });

  it('has a key for every pattern that the code puts together', () => {
    const patterns = source.flatMap(({ file, text }) => [...text.matchAll(/\bt\(`([^`]+)`/g)].map((m) => ({ file, pattern: m[1]! })));
    const wanted = patterns.filter(({ pattern }) => !keys.some((key) => new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '.+')}$`).test(key)));
    expect(wanted).toEqual([]);
  });

  it('says everything in both languages', () => {
    const bare = Object.entries(texts).filter(([, [en, zh]]) => en.trim() === '' || zh.trim() === '').map(([key]) => key);
    expect(bare).toEqual([]);
  });

  it('says the Chinese in Chinese', () => {
    const same = new Set(['format.json', 'format.geopackage', 'format.shapefile', 'format.geojson', 'data.kind.geojson', 'whatif.times', 'counties.fifth']);
    const latin = Object.entries(texts).filter(([key, [, zh]]) => !same.has(key) && !/[\u4e00-\u9fff]/.test(zh)).map(([key]) => key);
    expect(latin).toEqual([]);
  });

  it('leaves no Chinese in the English', () => {
    const mixed = Object.entries(texts).filter(([key, [en]]) => key !== 'register.searchHint' && /[\u4e00-\u9fff]/.test(en)).map(([key]) => key);
    expect(mixed).toEqual([]);
  });

  it('fills the same places in both languages', () => {
    const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort().join(' ');
    expect(Object.entries(texts).filter(([, [en, zh]]) => holes(en) !== holes(zh)).map(([key]) => key)).toEqual([]);
  });

  it('keeps no text that nothing uses', () => {
    const all = source.map(({ text }) => text).join('\n');
    const patterns = [...all.matchAll(/`([\w-]+\.[^`]*\$\{[^`]+)`/g)].map((m) => new RegExp(`^${m[1]!.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '.+')}$`));
    const idle = keys.filter((key) => !families.has(key.split('.')[0]!) && !all.includes(`'${key}'`) && !patterns.some((pattern) => pattern.test(key)));
    expect(idle).toEqual([]);
  });

  it('writes no words for people outside the texts', () => {
    // Between tags, two words or more in a row are a text that a reader of the other language would not get.
    const loose = source.flatMap(({ file, text }) => [...text.matchAll(/>\s*([A-Z][a-z]+ [a-z]+[^<>{}=;]*)</g)].map((m) => `${file}: ${m[1]}`));
    expect(loose).toEqual([]);
  });
});
