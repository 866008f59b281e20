import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';
import { type LoadPackage, loadOptional } from './load-package.ts';
import { type ModelFolder, unfit } from './model-folder.ts';

/** What a model makes of one text: one row, or one a token, of `width` numbers each. */
export interface ModelOutput {
  readonly width: number;
  readonly numbers: Float32Array;
  readonly isPooled: boolean;
}

export type OnnxModel = (tokens: readonly number[]) => Promise<ModelOutput>;

type Feeds = Record<string, unknown>;
interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Feeds, fetches: readonly string[]): Promise<unknown>;
}
type MakeTensor = new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const RUNTIME = z.object({
  InferenceSession: z.custom<{ create(model: string | Uint8Array, options: object): Promise<Session> }>(
    (value) => (typeof value === 'function' || isObject(value)) && 'create' in value && typeof value.create === 'function',
  ),
  Tensor: z.custom<MakeTensor>((value) => typeof value === 'function'),
  env: z.custom<{ readonly wasm?: { numThreads?: number } }>(isObject).optional(),
});
/** What a CommonJS package gives when it is imported. */
const HELD = z.object({ default: z.custom<object>(isObject) });
const NATIVE = 'onnxruntime-node';
const TENSOR = z.object({ dims: z.array(z.number()), data: z.instanceof(Float32Array) });
/** Of several outputs the first of these that there is: sentences before tokens. */
const OUTPUTS = ['sentence_embedding', 'embedding', 'last_hidden_state', 'token_embeddings'];

/**
 * Loads a model into the runtime that is installed: the native one, else the one of WebAssembly, which is some times slower. One
 * thread: more would take processors from those who read and ask.
 * @throws FaultlineError `invalid-configuration` when no runtime is installed or it cannot load the model.
 */
export async function openOnnxModel(folder: ModelFolder, load: LoadPackage): Promise<OnnxModel> {
  const { session, Tensor } = await openSession(folder, load);
  const output = OUTPUTS.find((name) => session.outputNames.includes(name)) ?? session.outputNames[0] ?? '';
  return async (tokens) => {
    const tensor = (numbers: readonly number[]) => new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]);
    const feeds: Feeds = {};
    for (const name of session.inputNames) feeds[name] = tensor(name === 'input_ids' ? tokens : tokens.map(() => inputOf(name)));
    const made = z.record(z.string(), z.unknown()).parse(await session.run(feeds, [output]));
    return readOutput(folder, tokens.length, made[output]);
  };
}

async function openSession(folder: ModelFolder, load: LoadPackage): Promise<{ readonly session: Session; readonly Tensor: MakeTensor }> {
  const { name, loaded } = await loadOptional([NATIVE, 'onnxruntime-web'], load);
  const { InferenceSession, Tensor, env } = RUNTIME.parse(HELD.safeParse(loaded).data?.default ?? loaded);
  if (env?.wasm !== undefined) env.wasm.numThreads = 1;
  try {
    // The one of WebAssembly sees no files.
    const model = name === NATIVE ? folder.model : readFileSync(folder.model);
    return { session: await InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 }), Tensor };
  } catch (cause) {
    throw unfit(folder.path, 'has an ONNX file that the runtime cannot load', cause);
  }
}

function inputOf(name: string): number {
  if (name === 'attention_mask') return 1;
  if (name === 'token_type_ids') return 0;
  throw new FaultlineError('invalid-configuration', `The embedding model wants an input named ${name}, which is not known.`);
}

function readOutput(folder: ModelFolder, tokens: number, made: unknown): ModelOutput {
  const { dims, data } = TENSOR.parse(made);
  const [texts, ...rest] = dims;
  const width = rest.at(-1) ?? 0;
  const isPooled = rest.length === 1;
  const isWhole = texts === 1 && (isPooled || (rest.length === 2 && rest[0] === tokens)) && width === folder.dimension;
  if (!isWhole)
    throw unfit(folder.path, `gives numbers of the shape ${dims.join('×')} where ${folder.dimension} a token or a text are expected`);
  return { width, numbers: data, isPooled };
}
