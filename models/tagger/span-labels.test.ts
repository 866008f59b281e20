import { describe, expect, it } from 'vitest';
import { labelSpans, spansOfLabels } from './span-labels.ts';

const TYPES = ['Activity', 'PhysicalObject'];
const span = (start: number, end: number, type = 'PhysicalObject') => ({ start, end, type });

describe('stretches as labels of words', () => {
  it.each([
    ['stretches side by side', [span(0, 1, 'Activity'), span(1, 2), span(2, 4)]],
    ['a compound and its head', [span(1, 4), span(3, 4)]],
    ['heads of heads', [span(0, 3), span(1, 3), span(2, 3)]],
    ['nothing', []],
  ])('gives back %s', (_, spans) => {
    expect(spansOfLabels(labelSpans(5, spans, TYPES), TYPES)).toEqual(spans);
  });

  it('leaves out what crosses a longer one or does not end with it', () => {
    expect(spansOfLabels(labelSpans(5, [span(0, 3), span(0, 1), span(2, 4)], TYPES), TYPES)).toEqual([span(0, 3)]);
  });
});
