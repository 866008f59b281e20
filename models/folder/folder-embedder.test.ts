import { describe, expect, it, test } from 'vitest';
import { embedderContract } from '../../kernel/ports/embedder.contract.ts';
import { toUnitLength } from '../unit-length.ts';
import { openFolderEmbedder } from './folder-embedder.ts';
import { makeTinyFolder, rowOf, TINY_DIMENSION, type TinyRuntime, tinyRuntime, tokenOf } from './tiny-model.test-support.ts';

const NO_PREFIXES = { question: '', passage: '' };
const never = () => new AbortController().signal;
type Files = Parameters<typeof makeTinyFolder>[0];

function openTiny(files: Files = {}, runtime: TinyRuntime = tinyRuntime(), prefixes = NO_PREFIXES) {
  const { path, close } = makeTinyFolder(files);
  const open = (use: 'question' | 'passage' = 'passage') => openFolderEmbedder({ path, prefixes, use, load: runtime.load });
  return { path, open, close };
}

embedderContract('ONNX folder', () => {
  const { open, close } = openTiny();
  return { embedder: open(), close };
});

/** Half floats: those of small whole numbers, 1/2 and -1/2. */
const HALF: Readonly<Record<string, number>> = { '0': 0, '1': 0x3c00, '-1': 0xbc00, '0.5': 0x3800, '-0.5': 0xb800 };
const halves = (numbers: readonly number[]) => numbers.flatMap((value) => [(HALF[value] ?? 0) & 255, (HALF[value] ?? 0) >> 8]);
const zeros = Array.from({ length: TINY_DIMENSION }, () => 0);
const turned = (by: number) => zeros.flatMap((_, row) => zeros.map((_, column) => ((row + by) % TINY_DIMENSION === column ? 1 : 0)));

describe('an embedder of a folder', () => {
  const tokens = (runtime: TinyRuntime) => runtime.runs.map(({ input_ids }) => [...(input_ids?.data ?? [])].map(Number));

  it('loads nothing before the first text, then each text alone with its prefix, unpadded', async () => {
    const runtime = tinyRuntime({ inputs: ['input_ids', 'attention_mask', 'token_type_ids'] });
    const { open, close } = openTiny({}, runtime, { question: 'q ', passage: 'p ' });
    const [questions, passages] = [open('question'), open('passage')];
    expect(runtime.asked).toEqual([]);
    await questions.embed(['泵'], never());
    await passages.embed(['pump', '密封'], never());
    expect(tokens(runtime)).toEqual(
      [
        ['q', '泵'],
        ['p', 'pump'],
        ['p', '密封'],
      ].map((words) => ['<s>', ...words.flatMap((word) => ['▁', word]), '</s>'].map(tokenOf)),
    );
    const [first] = runtime.runs;
    expect([...(first?.attention_mask?.data ?? [])]).toEqual([1n, 1n, 1n, 1n, 1n, 1n]);
    expect([...(first?.token_type_ids?.data ?? [])]).toEqual([0n, 0n, 0n, 0n, 0n, 0n]);
    expect(first?.input_ids?.dims).toEqual([1, 6]);
    close();
  });

  it('takes the mean of the tokens, the first of them, or what the model itself makes of the text', async () => {
    const all = ['<s>', '▁', 'pump', '</s>'].map(tokenOf);
    const mean = toUnitLength(
      Float32Array.from(zeros, (_, at) => all.reduce((sum, token) => sum + (rowOf(token)[at] ?? 0), 0) / all.length),
    );
    const cls = { '1_Pooling/config.json': '{"pooling_mode_cls_token":true,"pooling_mode_mean_tokens":false}' };
    const own = { outputs: ['last_hidden_state', 'sentence_embedding'], isPooled: true };
    const cases: [Files, TinyRuntime, Float32Array][] = [
      [{}, tinyRuntime(), mean],
      [cls, tinyRuntime(), toUnitLength(Float32Array.from(rowOf(0)))],
      [{}, tinyRuntime(own), toUnitLength(Float32Array.from(rowOf(4)))],
    ];
    for (const [files, runtime, wanted] of cases) {
      const { open, close } = openTiny(files, runtime);
      const [vector] = await open().embed(['pump'], never());
      for (const [at, value] of wanted.entries()) expect(vector?.[at]).toBeCloseTo(value, 6);
      close();
    }
  });

  it('reads so much of a long text as the model takes in, and closes it', async () => {
    const runtime = tinyRuntime();
    const { open, close } = openTiny({}, runtime);
    await open().embed(['泵 '.repeat(3_000)], never());
    expect(tokens(runtime)[0]).toHaveLength(256);
    expect(tokens(runtime)[0]?.slice(-1)).toEqual([2]);
    close();
  });

  it('centres and turns by the language of the text where the folder has a map', async () => {
    const mean = zeros.map((_, at) => (at === 0 ? 0.5 : at === 1 ? -0.5 : 0));
    const map = Uint8Array.from(halves([...mean, ...zeros, ...turned(1), ...turned(3)]));
    const [plain, mapped] = [openTiny(), openTiny({ 'language-map.bin': map })];
    const texts = ['密封泄漏 pump', 'pump of the 泵 p101'];
    const [chinese, english] = await plain.open().embed(texts, never());
    const found = await mapped.open().embed(texts, never());
    const centred = toUnitLength(Float32Array.from(chinese ?? [], (value, at) => value - (mean[at] ?? 0)));
    for (const at of zeros.keys()) {
      expect(found[0]?.[(at + 1) % TINY_DIMENSION]).toBeCloseTo(centred[at] ?? 9, 5);
      expect(found[1]?.[(at + 3) % TINY_DIMENSION]).toBeCloseTo(english?.[at] ?? 9, 5);
    }
    expect(mapped.open().model).not.toBe(plain.open().model);
    plain.close();
    mapped.close();
  });

  it('is another model with other weights, tokenizer, pooling or prefixes, and the same in another place and use', () => {
    const nameOf = (files: Files = {}, prefixes = NO_PREFIXES, use: 'question' | 'passage' = 'passage') => {
      const { path, close } = makeTinyFolder(files);
      const { model } = openFolderEmbedder({ path, prefixes, use, load: tinyRuntime().load });
      close();
      return model;
    };
    const own = nameOf();
    expect(own).toMatch(/^folder:tiny-model:[0-9a-f]{12}$/);
    expect(nameOf({}, NO_PREFIXES, 'question')).toBe(own);
    const others = [
      nameOf({ 'onnx/model.onnx': 'Weights' }),
      nameOf({ 'tokenizer.json': '{}' }),
      nameOf({ '1_Pooling/config.json': '{"pooling_mode_cls_token":true}' }),
      nameOf({}, { question: 'query: ', passage: '' }),
    ];
    expect(new Set([own, ...others]).size).toBe(5);
  });

  it('takes the runtime of WebAssembly with the bytes of the model where the native one is not installed', async () => {
    const runtime = tinyRuntime({ absent: ['onnxruntime-node'] });
    const { open, close } = openTiny({ 'onnx/model.onnx': undefined, 'onnx/model_int8.onnx': 'small' }, runtime);
    await open().embed(['泵'], never());
    expect(runtime.asked).toEqual(['@huggingface/tokenizers', 'onnxruntime-node', 'onnxruntime-web', Buffer.from('small')]);
    close();
  });

  test.each([
    ['the runtime', ['onnxruntime-node', 'onnxruntime-web']],
    ['the tokenizer', ['@huggingface/tokenizers']],
  ])('names the command to install %s where it is absent', async (_, absent) => {
    const { open, close } = openTiny({}, tinyRuntime({ absent }));
    await expect(open().embed(['泵'], never())).rejects.toMatchObject({
      code: 'invalid-configuration',
      message: expect.stringMatching(/npm install --ignore-scripts (onnxruntime-web|@huggingface\/tokenizers)/),
    });
    close();
  });

  test.each<[string, Files, string]>([
    ['has no tokenizer', { 'tokenizer.json': undefined }, 'tokenizer.json'],
    ['has no model', { 'onnx/model.onnx': undefined }, 'onnx/model.onnx'],
    [
      'has several models',
      { 'onnx/model.onnx': undefined, 'onnx/model_a.onnx': '', 'onnx/model_b.onnx': '' },
      'model_a.onnx, model_b.onnx',
    ],
    ['has no configuration', { 'config.json': undefined }, 'config.json'],
    ['says nothing of its dimension', { 'config.json': '{}' }, 'hidden_size'],
    ['pools in a way of its own', { '1_Pooling/config.json': '{"pooling_mode_max_tokens":true}' }, 'pooling'],
    ['has a language map of another dimension', { 'language-map.bin': new Uint8Array(6) }, 'language-map.bin'],
  ])('refuses a folder that %s', (_, files, told) => {
    const { open, close } = openTiny(files);
    expect(() => open()).toThrow(expect.objectContaining({ code: 'invalid-configuration', message: expect.stringContaining(told) }));
    close();
  });

  it('refuses a tokenizer that cannot be used, an input that is not known, and numbers of another shape', async () => {
    const cases: [Files, TinyRuntime, string][] = [
      [{ 'tokenizer.json': '{"model":{"type":"Other"}}' }, tinyRuntime(), 'tokenizer.json'],
      [{}, tinyRuntime({ inputs: ['input_ids', 'pixel_values'] }), 'pixel_values'],
      [{ 'config.json': '{"hidden_size":16}' }, tinyRuntime(), '16 a token'],
    ];
    for (const [files, runtime, told] of cases) {
      const { open, close } = openTiny(files, runtime);
      await expect(open().embed(['泵'], never())).rejects.toMatchObject({
        code: 'invalid-configuration',
        message: expect.stringContaining(told),
      });
      close();
    }
  });
});
