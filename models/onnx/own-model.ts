import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';

/** The files of a model that comes with Faultline, in a folder of its own below `models/data`. */
export interface OwnModel {
  file(name: string): string;
  /** @throws FaultlineError `storage-failed` where the file cannot be read or is of another shape. */
  json<Value>(name: string, schema: z.ZodType<Value>): Value;
  damaged(cause: unknown): FaultlineError;
}

export function ownModel(model: string): OwnModel {
  const file = (name: string) => fileURLToPath(new URL(`../data/${model}/${name}`, import.meta.url));
  const damaged = (cause: unknown) =>
    new FaultlineError('storage-failed', `The data of the model ${model} cannot be read; install Faultline again.`, { cause });
  return {
    file,
    damaged,
    json(name, schema) {
      try {
        return schema.parse(JSON.parse(readFileSync(file(name), 'utf8')));
      } catch (cause) {
        throw damaged(cause);
      }
    },
  };
}
