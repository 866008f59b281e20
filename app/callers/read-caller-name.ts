import { FaultlineError } from '../../kernel/index.ts';

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._:@-]{0,63}$/u;

/** A name that decisions and the audit trail can tell by. `of` begins the sentence that refuses. @throws FaultlineError `invalid-request`. */
export function readCallerName(of: string, text: string): string {
  const name = text.normalize('NFC').trim();
  if (NAME.test(name)) return name;
  throw new FaultlineError(
    'invalid-request',
    `${of} needs a name of up to 64 letters, digits, blanks, ".", "_", ":", "@" or "-", starting with a letter or digit.`,
  );
}
