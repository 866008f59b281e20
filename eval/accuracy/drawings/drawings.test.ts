import { describe, expect, it } from 'vitest';
import { DRAWING_FORMS, runDrawingSuite } from './run-drawing-suite.ts';

describe.each(DRAWING_FORMS)('sheets of a skid as %s', (form) => {
  it('give the tags and connections that they were drawn from, in both languages', async () => {
    const skids = await runDrawingSuite([1, 2, 3], [form], () => undefined, new AbortController().signal);
    for (const matter of ['tags', 'connections', 'directions', 'measures', 'controls'] as const) {
      const [wanted, found, right] = (['wanted', 'found', 'right'] as const).map((count) =>
        skids.reduce((sum, { score }) => sum + score[matter][count], 0),
      );
      expect(right, matter).toBeGreaterThan(0);
      expect((right ?? 0) / (found ?? 1), matter).toBeGreaterThan(0.97);
      expect((right ?? 0) / (wanted ?? 1), matter).toBeGreaterThan(0.97);
    }
  });
});
