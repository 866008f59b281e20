import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FaultlineError, parseJson } from '../../kernel/index.ts';

const price = z.number().min(0);
const pricesShape = z.strictObject({
  /** Code of a currency, as it is shown: `CNY`. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters, as CNY'),
  /** By the name that the endpoint knows a model by: for a million tokens that are read, and that are written. */
  models: z.record(z.string().min(1), z.strictObject({ input: price, output: price })),
});

/** What a model costs: for a million tokens that it reads (`input`) and writes (`output`), in one currency. */
export interface ModelPrice {
  readonly currency: string;
  readonly input: number;
  readonly output: number;
}

const VARIABLE = 'FAULTLINE_CHAT_PRICES';

/**
 * What a model costs, by the file of prices that the settings name. No price is built in: one that is out of date would be believed.
 * @throws FaultlineError `invalid-configuration` for a file that cannot be read, is of another form, or lacks the model.
 */
export function readPrice(file: string, model: string): ModelPrice {
  const read = pricesShape.safeParse(parseJson(textOf(file)));
  if (!read.success) {
    const [issue] = read.error.issues;
    const why = issue === undefined ? '' : ` (${issue.path.join('.') || 'the whole'}: ${issue.message})`;
    throw new FaultlineError('invalid-configuration', `${VARIABLE}: "${file}" is no list of prices${why}; see docs/prices.example.json`);
  }
  const { currency, models } = read.data;
  const found = Object.entries(models).find(([name]) => name === model);
  if (found === undefined) {
    const known = Object.keys(models).join(', ');
    throw new FaultlineError('invalid-configuration', `${VARIABLE}: "${file}" has no price of ${model}; it has ${known || 'none'}`);
  }
  return { currency, ...found[1] };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new FaultlineError('invalid-configuration', `${VARIABLE}: the file "${file}" cannot be read`, { cause });
  }
}
