import { describe, expect, it } from 'vitest';
import { createRandom, drawPage, makePageText, scanPage } from '../../../datasets/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { reportRecognition } from './report-recognition.ts';
import { runRecognitionSuite } from './run-recognition-suite.ts';
import { scorePage } from './score-page.ts';

describe('the generator of scanned pages', () => {
  it('draws the same page for a seed, and another one for another', async () => {
    const made = async (seed: number) => {
      const random = createRandom(seed);
      const drawn = drawPage(random, makePageText(random, 'mixed'), 100);
      return { drawn, scanned: await scanPage(random, drawn, { degraded: true, quarters: 1, skew: 2 }) };
    };
    const [one, again, other] = [await made(5), await made(5), await made(6)];
    expect(again.drawn.text).toBe(one.drawn.text);
    expect(again.scanned.bytes.equals(one.scanned.bytes)).toBe(true);
    expect(other.drawn.text).not.toBe(one.drawn.text);
    expect(one.scanned.width).toBeGreaterThan(one.scanned.height);
    expect(one.drawn.facts.length).toBeGreaterThan(10);
  });
});

describe('a generated page that has more to say than fits on it', () => {
  it('holds what fits, and counts nothing else as its text', () => {
    const pages = Array.from({ length: 20 }, (_, at) => {
      const random = createRandom(9700 + at, 'scanned-page');
      return drawPage(random, makePageText(random, 'en'), 36);
    });
    expect(pages.flatMap(({ facts }) => facts).every(({ box }) => box.y1 < 842)).toBe(true);
    expect(pages.every(({ facts, text }) => facts.every((fact) => text.includes(fact.text)))).toBe(true);
  });
});

describe('scorePage', () => {
  it('counts what was not read, and what was read in another place', () => {
    const box = { x0: 10, y0: 10, x1: 60, y1: 20 };
    const drawn = { text: '阀 V-101 80 °C', facts: [{ text: 'V-101', box }] };
    expect(scorePage(drawn, [], siteGrammar([]))).toMatchObject({
      characters: 10,
      wrong: 10,
      facts: 1,
      kept: 0,
      placed: 0,
      lost: ['V-101'],
    });
  });
});

/** A slice; the whole is `faultline eval run ocr`. */
describe('recognition of generated pages', () => {
  it('keeps codes and quantities of a clean Chinese page in their places', { timeout: 240_000 }, async () => {
    const samples = await runRecognitionSuite({ seed: 41, pages: 1 }, () => undefined, new AbortController().signal);
    expect(reportRecognition(samples)).toContain('clean zh');
    const [{ score, outcome } = { score: undefined, outcome: '' }] = samples;
    if (score === undefined) throw new Error('no page was scored');
    expect(outcome).toBe('visible');
    expect(score.wrong / score.characters).toBeLessThan(0.06);
    expect(score.kept / score.facts).toBeGreaterThan(0.85);
    expect(score.placed / score.kept).toBeGreaterThan(0.95);
  });
});
