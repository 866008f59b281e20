import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type LogTagger, openLogTagger } from '../../models/index.ts';
import { scoreSentences } from './score-sentences.ts';

const FOLDER = fileURLToPath(new URL('../../datasets/log-sentences', import.meta.url));
const never = () => new AbortController().signal;

describe('scoring the tagger on Chinese log sentences', () => {
  it('gives nothing for a tagger that finds nothing', async () => {
    const silent: LogTagger = { tag: async () => [] };
    const { figures, texts } = await scoreSentences(silent, FOLDER, never());
    expect(figures).toEqual([0]);
    expect(texts).toBeGreaterThan(150);
  });

  it('finds the tagger that comes with Faultline right in four of five entities of what it was not taught', async () => {
    const { figures } = await scoreSentences(openLogTagger(), FOLDER, never());
    expect(figures[0]).toBeGreaterThanOrEqual(0.8);
  });
});
