import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';

/** A claim that people held against a source. */
export interface LabelledClaim {
  readonly set: LabelledSet;
  readonly claim: string;
  readonly source: string;
  /** Where it is known, the document of the source. */
  readonly document?: string;
  /** Wholly supported by the source; what is supported in part is not. */
  readonly isSupported: boolean;
}

export const LABELLED_SETS = ['wice', 'begin-cmu', 'begin-topicalchat', 'ours-zh', 'ours-en'] as const;
export type LabelledSet = (typeof LABELLED_SETS)[number];

const WICE = z.object({
  claim: z.string(),
  evidence: z.array(z.string()),
  label: z.enum(['supported', 'partially_supported', 'not_supported']),
});
const BEGIN_LABELS = ['Fully attributable', 'Not fully attributable', 'Generic'] as const;
const BEGIN = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.enum(BEGIN_LABELS)]);

/**
 * Reads `wice-dev.jsonl` (Kamoi et al., 2023) and the `begin-dev-*.tsv` (Dziri et al., 2022) of a folder. What BEGIN calls generic
 * needs no source and is left out.
 * @throws FaultlineError `invalid-request` for a folder without them or a line of another form.
 */
export async function readLabelledClaims(folder: string): Promise<readonly LabelledClaim[]> {
  const wice = (await linesOf(folder, 'wice-dev.jsonl')).map((line): LabelledClaim => {
    const { claim, evidence, label } = parsed(WICE, 'wice-dev.jsonl', JSON.parse(line));
    return { set: 'wice', claim, source: evidence.join('\n'), isSupported: label === 'supported' };
  });
  const begin = await Promise.all(
    (['cmu', 'topicalchat'] as const).map(async (name) => {
      const file = `begin-dev-${name}.tsv`;
      return (await linesOf(folder, file)).slice(1).flatMap((line): LabelledClaim[] => {
        const [, , source, , claim, label] = parsed(
          BEGIN,
          file,
          line.split('\t').map((field) => field.trim()),
        );
        return label === 'Generic' ? [] : [{ set: `begin-${name}`, claim, source, isSupported: label === 'Fully attributable' }];
      });
    }),
  );
  return [...wice, ...begin.flat()];
}

async function linesOf(folder: string, file: string): Promise<readonly string[]> {
  try {
    const text = await readFile(join(folder, file), 'utf8');
    return text.split(/\r?\n/u).filter((line) => line !== '');
  } catch (cause) {
    throw new FaultlineError('invalid-request', `The folder has no ${file}: give the one with the labelled claims.`, { cause });
  }
}

function parsed<Out>(schema: z.ZodType<Out>, file: string, value: unknown): Out {
  const read = schema.safeParse(value);
  if (!read.success) throw new FaultlineError('invalid-request', `A line of ${file} is of another form.`);
  return read.data;
}
