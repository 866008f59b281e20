import { expect, test } from 'vitest';
import { rootEnglish, stemEnglish } from './stem-english.ts';

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

test.each([
  ['leak', 'leakage', 'leaking'],
  ['isolate', 'isolation', 'isolated', 'isolating', 'isolator'],
  ['tighten', 'tightened', 'tightening'],
  ['replace', 'replacement', 'replaced'],
  ['overheat', 'overheated', 'overheating'],
  ['energise', 'energized', 'energisation'],
  ['inspect', 'inspection', 'inspections'],
  ['month', 'monthly'],
  ['switch', 'switches'],
])('the words made of %s share its root', (word, ...derived) => {
  expect(new Set(derived.map(rootEnglish))).toEqual(new Set([rootEnglish(word)]));
});

test.each([
  ['station', 'state'],
  ['motion', 'motor'],
])('%s and %s have roots of their own', (left, right) => {
  expect(rootEnglish(left)).not.toBe(rootEnglish(right));
});
