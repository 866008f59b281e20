import type { ZodError } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';

interface FieldFault {
  /** Part of the request and path in it: `body.scope.documents.0`, `query.limit`, `form.effective`. */
  readonly field: string;
  readonly message: string;
}

/** A request with fields that are not as expected: each is named, in words and as data. */
export class InvalidFields extends FaultlineError {
  readonly faults: readonly FieldFault[];

  constructor(part: string, error: ZodError) {
    const faults = error.issues.map(({ path, message }) => ({ field: [part, ...path.map(String)].join('.'), message }));
    super('invalid-request', faults.map(({ field, message }) => `${field}: ${message}`).join('; '), { cause: error });
    this.faults = faults;
  }
}
