import { expect, test } from 'vitest';
import { siteGrammar } from '../../../ontology/index.ts';
import { sourceUnits } from '../source-text.ts';
import { readingEvidence } from './reading-evidence.ts';

const GRAMMAR = siteGrammar([]);
const unitsOf = (text: string, context?: string) =>
  sourceUnits(context === undefined ? { id: 's', text } : { id: 's', text, context }, GRAMMAR);
const filler = (count: number) =>
  Array.from({ length: count }, (_, at) => `Sentence ${at} is about the frame of the machine and nothing else.`);

test('short sources are read whole, with what stands around them said once', () => {
  const text = readingEvidence(unitsOf('The pump is stopped first. Then the valve is closed.', 'Shutdown'), []);
  expect(text).toBe('Shutdown\nThe pump is stopped first.\nThen the valve is closed.');
});

test('of long sources what may support the claim is read with its neighbours, in their order', () => {
  const units = unitsOf([...filler(40), '停泵前关闭出口阀。', 'The drain stays open.', ...filler(40)].join(' '));
  const likely = units.filter(({ text }) => /drain/u.test(text));
  const text = readingEvidence(units, likely);
  expect(text).toContain('停泵前关闭出口阀。\nThe drain stays open.');
  expect(text.length).toBeLessThan(1_500);
});

test('a row is read with the headers of its columns', () => {
  const row = 'E14 hot';
  const cells = [
    { start: 0, end: 3, column: 'Code' },
    { start: 4, end: 7, column: '含义' },
  ];
  expect(readingEvidence(sourceUnits({ id: 's', text: row, cells }, GRAMMAR), [])).toBe('Code: E14 | 含义: hot');
});
