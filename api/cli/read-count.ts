import { FaultlineError } from '../../kernel/index.ts';

const LARGEST = 1_000_000;

/** A whole number from 1 as given on the command line. @throws FaultlineError `invalid-request`. */
export function readCount(text: string, option: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > LARGEST) {
    throw new FaultlineError('invalid-request', `${option} takes a whole number from 1 to ${LARGEST}, not "${text}".`);
  }
  return count;
}
