import { z } from 'zod';
import type { PictureInput } from './picture-inputs.ts';

/** What a model makes of a picture. */
export interface PictureOutput {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** A model that takes one picture and gives one output. */
export interface PictureModel {
  run(input: PictureInput): Promise<PictureOutput>;
  close(): Promise<void>;
}

const OUTPUT = z.object({ dims: z.array(z.number()), data: z.instanceof(Float32Array) });

/**
 * Loads an ONNX file. One thread, and no memory kept between runs: pictures differ in size.
 * @throws Error where the runtime or the file cannot be loaded.
 */
export async function openPictureModel(file: string): Promise<PictureModel> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(file, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableMemPattern: false,
    enableCpuMemArena: false,
  });
  const [input = ''] = session.inputNames;
  const [output = ''] = session.outputNames;
  return {
    async run({ dims, data }) {
      const made = await session.run({ [input]: new Tensor('float32', data, [...dims]) });
      return OUTPUT.parse(made[output]);
    },
    close: () => session.release(),
  };
}
