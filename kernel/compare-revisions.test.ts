import { describe, expect, it } from 'vitest';
import { compareLabels, compareRevisions, type Revision } from './compare-revisions.ts';

const revision = (change: Partial<Revision>): Revision => ({
  id: 'ver_1',
  document: 'doc_1',
  authority: 'approved-manual',
  effective: undefined,
  label: undefined,
  sequence: 1,
  ...change,
});

describe('compareLabels', () => {
  it.each([
    ['A', 'B'],
    ['2', '10'],
    ['1.2', '1.10'],
    ['Rev. C', 'D'],
    ['V1.3', '版本 2'],
    ['A', 'A1'],
    ['第3版', '第12版'],
    [undefined, 'A'],
  ])('puts %s before %s', (older, newer) => {
    expect(compareLabels(older, newer)).toBeLessThan(0);
    expect(compareLabels(newer, older)).toBeGreaterThan(0);
  });

  it('holds labels that differ in case, width or prefix for equal', () => {
    expect(compareLabels('Ｒｅｖ．ｂ', 'B')).toBe(0);
  });
});

describe('compareRevisions', () => {
  it('asks for authority, then date, then label, then sequence', () => {
    const order = [
      revision({ id: '1', authority: 'approved-manual', effective: 5 }),
      revision({ id: '2', authority: 'approved-manual', effective: 4, label: 'Z' }),
      revision({ id: '3', authority: 'approved-manual', label: 'B', sequence: 1 }),
      revision({ id: '4', authority: 'approved-manual', label: 'A', sequence: 9 }),
      revision({ id: '5', authority: 'approved-manual', label: 'A', sequence: 8 }),
      revision({ id: '6', authority: 'log', effective: 9 }),
    ];
    expect([...order].reverse().sort(compareRevisions)).toEqual(order);
  });

  it('does not compare the sequences of two documents', () => {
    const first = revision({ id: '9', document: 'doc_1', sequence: 1 });
    const second = revision({ id: '1', document: 'doc_2', sequence: 7 });
    expect(compareRevisions(first, second)).toBeLessThan(0);
  });
});
