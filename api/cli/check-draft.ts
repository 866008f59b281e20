import type { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';

/**
 * Holds what a command was told against the contract that HTTP has too.
 * @throws FaultlineError `invalid-request` naming what is wrong.
 */
export function checkDraft<Schema extends z.ZodType>(schema: Schema, draft: Readonly<Record<string, unknown>>): z.output<Schema> {
  const checked = schema.safeParse(draft);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new FaultlineError('invalid-request', `${faults.join('; ')}. See --help.`);
}
