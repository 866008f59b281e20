import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { FaultlineError, sha256 } from '../../kernel/index.ts';
import { type LanguageMap, readLanguageMap } from './language-map.ts';

/** How the vectors of a text's tokens become one: their mean, or that of the first token. */
export type Pooling = 'mean' | 'first';

/** A model in the layout of Hugging Face, as far as it is read when it is opened. */
export interface ModelFolder {
  readonly path: string;
  /** As its configuration calls it; of no meaning beyond telling people. */
  readonly name: string;
  readonly dimension: number;
  readonly pooling: Pooling;
  /** Path of the ONNX file. */
  readonly model: string;
  readonly languageMap?: LanguageMap;
  /** Changes when another model, tokenizer or language map is put in place. */
  readonly fingerprint: string;
}

const CONFIG = z.looseObject({ hidden_size: z.int().min(1).max(4_096), _name_or_path: z.string().exactOptional() });
const POOLING = z.looseObject({ pooling_mode_mean_tokens: z.boolean().default(false), pooling_mode_cls_token: z.boolean().default(false) });
const LANGUAGE_MAP = 'language-map.bin';
/** Bytes at begin, middle and end of a file that tell it from others of its size: the weights of another model differ everywhere. */
const SAMPLE_BYTES = 65_536;

/**
 * Finds out what is in a folder: `config.json`, `tokenizer.json`, one ONNX file (`onnx/model.onnx`, else `model.onnx`, else the only
 * `onnx/model*.onnx`), and where they are there `1_Pooling/config.json` and `language-map.bin`. Reads none of the large files whole.
 * @throws FaultlineError `invalid-configuration` that says what the folder lacks.
 */
export function readModelFolder(path: string): ModelFolder {
  const config = readJson(path, 'config.json', CONFIG);
  const tokenizer = join(path, 'tokenizer.json');
  if (!existsSync(tokenizer)) throw unfit(path, 'holds no tokenizer.json');
  const model = findModel(path);
  const map = join(path, LANGUAGE_MAP);
  const mapBytes = existsSync(map) ? readFileSync(map) : undefined;
  const pooling = readPooling(path);
  const languageMap = mapBytes === undefined ? undefined : readLanguageMap(mapBytes, config.hidden_size);
  if (mapBytes !== undefined && languageMap === undefined) throw unfit(path, `holds a ${LANGUAGE_MAP} of another dimension`);
  const parts = [basename(model), sampleOf(model), sampleOf(tokenizer), pooling, mapBytes === undefined ? '' : sha256(mapBytes)];
  return {
    path,
    name: basename(config._name_or_path ?? 'model').replace(/\s+/g, '-') || 'model',
    dimension: config.hidden_size,
    pooling,
    model,
    ...(languageMap === undefined ? {} : { languageMap }),
    fingerprint: sha256(parts.join(' ')),
  };
}

function findModel(path: string): string {
  for (const name of ['onnx/model.onnx', 'model.onnx']) if (existsSync(join(path, name))) return join(path, name);
  const folder = join(path, 'onnx');
  const others = existsSync(folder) ? readdirSync(folder).filter((name) => /^model.*\.onnx$/.test(name)) : [];
  const [only, ...more] = others;
  if (only === undefined) throw unfit(path, 'holds no onnx/model.onnx');
  if (more.length > 0) throw unfit(path, `holds several models (${others.sort().join(', ')}); name one of them onnx/model.onnx`);
  return join(folder, only);
}

function readPooling(path: string): Pooling {
  if (!existsSync(join(path, '1_Pooling', 'config.json'))) return 'mean';
  const { pooling_mode_mean_tokens: isMean, pooling_mode_cls_token: isFirst } = readJson(path, '1_Pooling/config.json', POOLING);
  if (isMean === isFirst) throw unfit(path, 'has a pooling other than the mean of its tokens or the first of them');
  return isMean ? 'mean' : 'first';
}

/** @throws FaultlineError `invalid-configuration` when the file is not there or not of that shape. */
export function readJson<Out>(path: string, name: string, shape: z.ZodType<Out>): Out {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(path, name), 'utf8'));
  } catch (cause) {
    throw unfit(path, `holds no ${name} that can be read`, cause);
  }
  const parsed = shape.safeParse(json);
  if (!parsed.success) throw unfit(path, `has a ${name} without what is needed of it (${parsed.error.issues[0]?.path.join('.')})`);
  return parsed.data;
}

function sampleOf(file: string): string {
  const { size } = statSync(file);
  const hash = createHash('sha256').update(String(size));
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(SAMPLE_BYTES);
    for (const at of [0, Math.floor(size / 2), Math.max(0, size - SAMPLE_BYTES)]) {
      hash.update(buffer.subarray(0, readSync(handle, buffer, 0, SAMPLE_BYTES, at)));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

export function unfit(path: string, what: string, cause?: unknown): FaultlineError {
  return new FaultlineError('invalid-configuration', `The embedding model in ${path} cannot be used: it ${what}.`, { cause });
}
