import { fold, foldIdentifier } from '../../kernel/index.ts';

/** What a cell calls an alarm by, in matching form; of a number with a sign the sign is a part: -12 is not 12. */
export function alarmCodeOf(text: string): string {
  const code = foldIdentifier(text);
  return /^-\d/u.test(fold(text).trim()) ? `-${code}` : code;
}
