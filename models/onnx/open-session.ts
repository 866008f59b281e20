import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type LoadPackage, loadOptional } from './load-package.ts';

/** Numbers that a model makes, with their shape. */
export interface Tensor {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

export interface Session {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Runs the model on one text: each input is a row of whole numbers. @throws ZodError where it gives no 32-bit numbers. */
  run(feeds: Readonly<Record<string, readonly number[]>>, wanted: readonly string[]): Promise<Readonly<Record<string, Tensor>>>;
}

interface RuntimeSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Record<string, unknown>, fetches: readonly string[]): Promise<unknown>;
}
type MakeTensor = new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const RUNTIME = z.object({
  InferenceSession: z.custom<{ create(model: string | Uint8Array, options: object): Promise<RuntimeSession> }>(
    (value) => (typeof value === 'function' || isObject(value)) && 'create' in value && typeof value.create === 'function',
  ),
  Tensor: z.custom<MakeTensor>((value) => typeof value === 'function'),
  env: z.custom<{ readonly wasm?: { numThreads?: number } }>(isObject).optional(),
});
/** What a CommonJS package gives when it is imported. */
const HELD = z.object({ default: z.custom<object>(isObject) });
const NATIVE = 'onnxruntime-node';
/**
 * Numbers have to be the same on every processor: weights kept in eight bits are unfolded once, when the file is opened, and what is
 * multiplied in eight bits (files that are not ours) must not overflow sixteen bits, as it does on a processor without VNNI.
 */
const EXACT = { disable_quant_qdq: '1', x64quantprecision: '1' };
const TENSORS = z.record(z.string(), z.object({ dims: z.array(z.number()), data: z.instanceof(Float32Array) }));

/**
 * Loads an ONNX file into the runtime that there is: the native one, else the one of WebAssembly, which is some times slower. One
 * thread: more would take processors from those who read and ask. Texts differ in length, so no plan of memory is kept for a length,
 * and one run follows the other: several at a time would each leave their buffers to the runtime for good.
 * @param unfit makes the error for a file that the runtime cannot load.
 * @throws FaultlineError `invalid-configuration` when there is no runtime, and what `unfit` makes.
 */
export async function openSession(file: string, load: LoadPackage, unfit: (cause: unknown) => Error): Promise<Session> {
  const { name, loaded } = await loadOptional([NATIVE, 'onnxruntime-web'], load);
  const { InferenceSession, Tensor, env } = RUNTIME.parse(HELD.safeParse(loaded).data?.default ?? loaded);
  if (env?.wasm !== undefined) env.wasm.numThreads = 1;
  // The one of WebAssembly sees no files.
  const opening = () =>
    InferenceSession.create(name === NATIVE ? file : readFileSync(file), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      enableMemPattern: false,
      extra: { session: EXACT },
    });
  const session = await opening().catch((cause: unknown) => {
    throw unfit(cause);
  });
  let before: Promise<unknown> = Promise.resolve();
  return {
    inputs: session.inputNames,
    outputs: session.outputNames,
    async run(feeds, wanted) {
      const tensors = Object.entries(feeds).map(([input, numbers]): [string, unknown] => [
        input,
        new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]),
      ]);
      const running = before.then(() => session.run(Object.fromEntries(tensors), wanted));
      // Whoever asked hears of a fault; the next run does not.
      before = running.catch(() => undefined);
      const made = await running;
      return TENSORS.parse(
        Object.fromEntries(Object.entries(z.record(z.string(), z.unknown()).parse(made)).filter(([output]) => wanted.includes(output))),
      );
    },
  };
}
