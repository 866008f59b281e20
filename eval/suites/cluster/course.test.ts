import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../datasets/index.ts';
import { drawCourse, lastingDocuments } from './course.ts';

describe('a course of documents', () => {
  const digest = (seed: number): string =>
    createHash('sha256')
      .update(JSON.stringify(drawCourse(createRandom(seed, 'cluster'))))
      .digest('hex');

  it('is the same for the same seed and another one for another', () => {
    expect(digest(3)).toBe(digest(3));
    expect(digest(3)).not.toBe(digest(4));
  });

  it('leaves what was neither deleted nor taken back, with its versions in the order in which they came', () => {
    const send = (uri: string, text: string, labels: readonly string[] = []) => ({ kind: 'send', uri, text, labels }) as const;
    expect(
      lastingDocuments([
        send('手册.md', '一'),
        send('手册.md', '二', ['维修']),
        send('手册.md', '一'),
        send('notes.txt', 'one'),
        { kind: 'delete', uri: 'notes.txt', by: 'worker' },
        { kind: 'settle' },
        send('manual.md', 'a'),
        send('manual.md', 'b'),
        { kind: 'take-back', uri: 'manual.md', text: 'b' },
      ]),
    ).toEqual([
      {
        uri: '手册.md',
        labels: ['维修'],
        versions: [
          { text: '一', labels: [] },
          { text: '二', labels: ['维修'] },
        ],
      },
      { uri: 'manual.md', labels: [], versions: [{ text: 'a', labels: [] }] },
    ]);
  });

  it('has every kind of step among some seeds', () => {
    const kinds = new Set(
      Array.from({ length: 20 }, (_, seed) => drawCourse(createRandom(seed, 'cluster'))).flatMap((course) =>
        course.map(({ kind }) => kind),
      ),
    );
    expect([...kinds].sort()).toEqual(['delete', 'send', 'settle', 'take-back']);
  });
});
