import { z } from 'zod';
import type { Caller } from '../../kernel/index.ts';
import { asOfSchema } from '../contract/as-of.ts';
import { checkDraft } from './check-draft.ts';

/** What `--as-of` means, for `--help`. */
export const AS_OF = 'read as of this day (2035-01-31) or instant; absent: now';

/** What `--as-of` was told, in milliseconds, UTC. @throws FaultlineError `invalid-request`. */
export function readAsOf(text: string | undefined): number | undefined {
  return checkDraft(z.object({ asOf: asOfSchema.optional() }), { asOf: text }).asOf;
}

/** The caller who reads as of that instant. */
export function readsAsOf(caller: Caller, asOf: number | undefined): Caller {
  return asOf === undefined ? caller : { ...caller, asOf };
}
