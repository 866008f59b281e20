import { describe, expect, it } from 'vitest';
import { readLabels, writeLabels } from './read-labels.ts';

describe('labels as they are typed', () => {
  it.each([
    ['', []],
    [' , ', []],
    ['*', 'all'],
    ['维修，line 2、a', ['维修', 'line 2', 'a']],
    ['a, *', ['a', '*']],
  ] as const)('"%s" are %j', (text, labels) => {
    expect(readLabels(text)).toEqual(labels);
  });

  it('are written so that they are read the same', () => {
    for (const labels of ['all', [], ['维修', 'line 2']] as const) expect(readLabels(writeLabels(labels))).toEqual(labels);
  });
});
