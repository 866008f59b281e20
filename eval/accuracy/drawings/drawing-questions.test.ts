import { describe, expect, it } from 'vitest';
import { runDrawingQuestions } from './run-drawing-questions.ts';
import { runDrawingRevisions } from './run-drawing-revisions.ts';

const NEVER = new AbortController().signal;

describe('questions over the sheets of a skid', () => {
  it('are answered as the skid was drawn, in both languages', async () => {
    const graded = await runDrawingQuestions([4], ['dxf'], () => undefined, NEVER);
    expect(graded.length).toBeGreaterThan(20);
    expect(new Set(graded.map(({ language }) => language)).size).toBe(2);
    expect(graded.filter(({ grade }) => grade === 'wrong').map(({ question }) => question)).toEqual([]);
    expect(graded.filter(({ grade }) => grade === 'right').length / graded.length).toBeGreaterThan(0.9);
  });

  it('are answered over the sheets of one PDF too', async () => {
    const graded = await runDrawingQuestions([1201], ['pdf'], () => undefined, NEVER);
    expect(graded.filter(({ grade }) => grade !== 'right').map(({ question }) => question)).toEqual([]);
  });

  it('tell of a second revision exactly what changed', async () => {
    const [scored] = await runDrawingRevisions([4], ['dxf'], () => undefined, NEVER);
    expect(scored).toMatchObject({ missed: [], invented: [] });
    expect(scored?.wanted).toBeGreaterThanOrEqual(5);
  });
});
