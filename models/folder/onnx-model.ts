import { FaultlineError } from '../../kernel/index.ts';
import type { LoadPackage } from '../onnx/load-package.ts';
import { openSession } from '../onnx/open-session.ts';
import { type ModelFolder, unfit } from './model-folder.ts';

/** What a model makes of one text: one row, or one a token, of `width` numbers each. */
export interface ModelOutput {
  readonly width: number;
  readonly numbers: Float32Array;
  readonly isPooled: boolean;
}

export type OnnxModel = (tokens: readonly number[]) => Promise<ModelOutput>;

/** Of several outputs the first of these that there is: sentences before tokens. */
const OUTPUTS = ['sentence_embedding', 'embedding', 'last_hidden_state', 'token_embeddings'];

/**
 * Loads the model of a folder.
 * @throws FaultlineError `invalid-configuration` when no runtime is installed or it cannot load the model.
 */
export async function openOnnxModel(folder: ModelFolder, load: LoadPackage): Promise<OnnxModel> {
  const session = await openSession(folder.model, load, (cause) =>
    unfit(folder.path, 'has an ONNX file that the runtime cannot load', cause),
  );
  const output = OUTPUTS.find((name) => session.outputs.includes(name)) ?? session.outputs[0] ?? '';
  return async (tokens) => {
    const feeds: Record<string, readonly number[]> = {};
    for (const name of session.inputs) feeds[name] = name === 'input_ids' ? tokens : tokens.map(() => inputOf(name));
    const { [output]: made = { dims: [], data: new Float32Array() } } = await session.run(feeds, [output]);
    const [texts, ...rest] = made.dims;
    const width = rest.at(-1) ?? 0;
    const isPooled = rest.length === 1;
    const isWhole = texts === 1 && (isPooled || (rest.length === 2 && rest[0] === tokens.length)) && width === folder.dimension;
    if (!isWhole)
      throw unfit(
        folder.path,
        `gives numbers of the shape ${made.dims.join('×')} where ${folder.dimension} a token or a text are expected`,
      );
    return { width, numbers: made.data, isPooled };
  };
}

function inputOf(name: string): number {
  if (name === 'attention_mask') return 1;
  if (name === 'token_type_ids') return 0;
  throw new FaultlineError('invalid-configuration', `The embedding model wants an input named ${name}, which is not known.`);
}
