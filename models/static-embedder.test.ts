import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { embedderContract } from '../kernel/ports/embedder.contract.ts';
import { openStaticEmbedder } from './static-embedder.ts';

embedderContract('static', () => ({ embedder: openStaticEmbedder(), close: () => undefined }));

const embedder = openStaticEmbedder();
const signal = () => new AbortController().signal;

async function cosines(asked: string, ...others: readonly string[]): Promise<number[]> {
  const [first = new Float32Array(0), ...rest] = await embedder.embed([asked, ...others], signal());
  return rest.map((vector) => vector.reduce((sum, value, index) => sum + value * (first[index] ?? 0), 0));
}

const TEXTS = [
  '机械密封泄漏，更换O型圈。',
  'Mechanical seal leaks; replace the O-ring.',
  '轴承温度 85 ℃，振动 7.1 mm/s',
  'misaligned coupling of the gearbox, re-tighten to 45 N·m',
  'P-101A 停机',
  'ＢＥＡＲＩＮＧ　ｏｖｅｒｈｅａｔｉｎｇ',
  '变频器过流报警代码 F0001 怎么处理？',
  'Ångström にほん пример',
];

describe('the static embedder', () => {
  test('gives unit vectors of its dimension, and the same vector for the same text', async () => {
    const [zh, en, again] = await embedder.embed(['离心泵振动大', 'centrifugal pump vibrates', '离心泵振动大'], signal());
    for (const vector of [zh, en]) {
      expect(vector).toHaveLength(embedder.dimension);
      expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5);
    }
    expect(again).toEqual(zh);
  });

  test('brings a Chinese and an English sentence of one meaning together', async () => {
    const [same = 0, other = 1] = await cosines('轴承过热的原因', 'cause of bearing overheating', 'order number of the spare gasket');
    expect(same).toBeGreaterThan(0.5);
    expect(other).toBeLessThan(0.4);
  });

  test('reads traditional characters, full width and capitals as their plain forms', async () => {
    const [traditional = 0] = await cosines('机械密封泄漏', '機械密封洩漏');
    const [wide = 0] = await cosines('bearing overheating', 'ＢＥＡＲＩＮＧ Overheating');
    expect(traditional).toBeCloseTo(1, 5);
    expect(wide).toBeCloseTo(1, 5);
  });

  test('gives zeros where no word is known', async () => {
    const vectors = await embedder.embed(['', '——', 'ѣ'], signal());
    for (const vector of vectors) expect(vector.every((value) => value === 0)).toBe(true);
  });

  test('keeps the vectors it gave when the data was taken in', async () => {
    const vectors = await embedder.embed(TEXTS, signal());
    expect(vectors.map((vector) => Array.from(vector.subarray(0, 4), (value) => Number(value.toFixed(4))))).toMatchSnapshot();
  });

  test('has a centre of its dimension that is the mean of no single text', () => {
    expect(embedder.centre).toHaveLength(embedder.dimension);
    const length = Math.hypot(...embedder.centre);
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(0.9);
  });

  test('stops when it is cancelled', async () => {
    await expect(embedder.embed(['泵'], AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  });
});

const reference = resolve(process.env.FAULTLINE_MODELS ?? '../shared/models');
const isThere = existsSync(join(reference, 'static-embed.mjs'));

describe.skipIf(!isThere)('the static embedder against the reference inference (set FAULTLINE_MODELS to its folder)', () => {
  test('gives the reference vectors for texts in simplified characters', async () => {
    const { loadStatic, embed } = await import(pathToFileURL(join(reference, 'static-embed.mjs')).href);
    const model = loadStatic(readFileSync(join(reference, 'static-zh-en-v1.sev')));
    const pairs = ['eval/eval1.tsv', 'eval/eval2.tsv'].flatMap((file) => readFileSync(join(reference, file), 'utf8').split(/[\t\n]/));
    const texts = [...TEXTS, ...pairs];
    expect(texts.length).toBeGreaterThan(300);
    const ours = await embedder.embed(texts, signal());
    for (const [index, text] of texts.entries()) {
      const wanted: Float32Array = embed(model, text);
      const got = ours[index] ?? new Float32Array(0);
      const worst = wanted.reduce((most, value, at) => Math.max(most, Math.abs(value - (got[at] ?? 0))), 0);
      expect(worst, text).toBeLessThan(1e-5);
    }
  });
});
