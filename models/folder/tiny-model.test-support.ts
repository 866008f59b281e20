import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256 } from '../../kernel/index.ts';
import type { LoadPackage } from '../onnx/load-package.ts';

export const TINY_DIMENSION = 8;

const PIECES = ['<s>', '<pad>', '</s>', '<unk>', '▁', ...'abcdefghijklmnopqrstuvwxyz0123456789泵密封机械泄漏更换', 'pump', '密封'];

/** Number of a piece. */
export const tokenOf = (piece: string): number => PIECES.indexOf(piece);

/** A tokenizer of the kind of XLM-RoBERTa over letters and a few words. */
const TOKENIZER = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: ['<s>', '<pad>', '</s>', '<unk>'].map((content, id) => ({
    id,
    content,
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  })),
  normalizer: { type: 'NFKC' },
  pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '<s>', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '</s>', type_id: 0 } },
    ],
    pair: [{ Sequence: { id: 'A', type_id: 0 } }, { Sequence: { id: 'B', type_id: 1 } }],
    special_tokens: { '<s>': { id: '<s>', ids: [0], tokens: ['<s>'] }, '</s>': { id: '</s>', ids: [2], tokens: ['</s>'] } },
  },
  decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  model: {
    type: 'Unigram',
    unk_id: 3,
    vocab: PIECES.map((piece, at) => [piece, at < 4 ? 0 : piece.length > 1 ? -1 : -3]),
    byte_fallback: false,
  },
};

/** Files of a small model; what is given besides replaces them, and undefined leaves one out. */
export function makeTinyFolder(files: Readonly<Record<string, string | Uint8Array | undefined>> = {}) {
  const path = mkdtempSync(join(tmpdir(), 'faultline-model-'));
  const all: Record<string, string | Uint8Array | undefined> = {
    'config.json': JSON.stringify({ hidden_size: TINY_DIMENSION, _name_or_path: 'some one/tiny model' }),
    'tokenizer.json': JSON.stringify(TOKENIZER),
    'tokenizer_config.json': JSON.stringify({ tokenizer_class: 'XLMRobertaTokenizer', unk_token: '<unk>' }),
    'onnx/model.onnx': 'weights',
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, close: () => rmSync(path, { recursive: true }) };
}

/** The numbers that the double of a runtime gives for a token. */
export function rowOf(token: number): readonly number[] {
  return Array.from({ length: TINY_DIMENSION }, (_, at) => Number.parseInt(sha256(`${token} ${at}`).slice(0, 4), 16) / 32_768 - 1);
}

interface FakeTensor {
  readonly data: BigInt64Array;
  readonly dims: readonly number[];
}

export interface TinyRuntime {
  readonly load: LoadPackage;
  /** What it was given to run, by input. */
  readonly runs: Record<string, FakeTensor>[];
  /** Packages that were asked for, and models that were loaded. */
  readonly asked: unknown[];
}

/** Packages as they are imported: the tokenizer's own, and a double of the runtime whose model gives each token its own row. */
export function tinyRuntime({
  inputs = ['input_ids', 'attention_mask'],
  outputs = ['last_hidden_state'],
  isPooled = false,
  absent = [] as readonly string[],
} = {}): TinyRuntime {
  const runs: Record<string, FakeTensor>[] = [];
  const asked: unknown[] = [];
  class Tensor implements FakeTensor {
    readonly data: BigInt64Array;
    readonly dims: readonly number[];
    constructor(_: string, data: BigInt64Array, dims: readonly number[]) {
      this.data = data;
      this.dims = dims;
    }
  }
  const session = {
    inputNames: inputs,
    outputNames: outputs,
    async run(feeds: Record<string, FakeTensor>) {
      runs.push(feeds);
      const rows = [...(feeds.input_ids?.data ?? [])].map((token) => rowOf(Number(token)));
      const data = Float32Array.from((isPooled ? rows.slice(1, 2) : rows).flat());
      return { [outputs.at(-1) ?? '']: { dims: isPooled ? [1, TINY_DIMENSION] : [1, rows.length, TINY_DIMENSION], data } };
    },
  };
  async function create(model: unknown) {
    asked.push(model);
    return session;
  }
  const runtime = { InferenceSession: { create }, Tensor };
  return {
    runs,
    asked,
    async load(name) {
      asked.push(name);
      if (absent.includes(name)) throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' });
      return name.startsWith('onnxruntime') ? { default: runtime } : import('@huggingface/tokenizers');
    },
  };
}
