import { expect, test } from 'vitest';
import { stemEnglish } from './stem-english.ts';

test.each([
  ['leak', 'leaks', 'leaking', 'leaked'],
  ['replace', 'replaces', 'replacing', 'replaced'],
  ['battery', 'batteries'],
  ['bearing', 'bearings'],
  ['trip', 'trips', 'tripping', 'tripped'],
  ['switch', 'switches', 'switched'],
])('the forms of %s share a stem', (word, ...forms) => {
  expect(new Set(forms.map(stemEnglish))).toEqual(new Set([stemEnglish(word)]));
});

test.each([
  ['casing', 'case'],
  ['packing', 'pack'],
  ['bearing', 'bear'],
  ['gas', 'ga'],
  ['speed', 'spe'],
])('%s stays apart from %s', (left, right) => {
  expect(stemEnglish(left)).not.toBe(stemEnglish(right));
});
