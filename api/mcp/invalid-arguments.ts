import type { ZodError } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';

/** Arguments of a tool that are not as its schema says: each is named in words, so that a model can mend its call. */
export class InvalidArguments extends FaultlineError {
  constructor(error: ZodError) {
    super('invalid-request', error.issues.map(({ path, message }) => `${path.join('.') || 'arguments'}: ${message}`).join('; '), {
      cause: error,
    });
  }
}
