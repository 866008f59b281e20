import { unitFacts } from '../../kernel/index.ts';

const BRACKETED = /^(.+?)\s*[([（［【]\s*([^()[\]（）［］【】]{1,12}?)\s*[)\]）］】]$/u;
/** `Downtime, min`, `Kosten / EUR`, 停机时间/小时, `Cost in EUR`. */
const BEHIND = /^(.+?)(?:\s*[,/:，：]\s*|\s+in\s+)([^\s,/:，：]{1,8})$/u;
/** `Downtime h`; a day or a month as a last word is what a date column is called. */
const LAST = /^(.+?)\s+(?!(?:days?|weeks?|months?|years?)$)([^\s,/:，：]{1,8})$/iu;

/**
 * The name of a header and the unit that it gives: in brackets, behind a comma, a stroke, or as the last word. `unit` is written as it
 * stands; of `(H)` and other capitals the small form where only that is a unit. A header without unit is all name.
 */
export function splitUnit(header: string): { readonly name: string; readonly unit?: string } {
  // Runs of blanks would be tried at each of their places.
  const plain = header.trim().replace(/\s+/gu, ' ');
  for (const pattern of [BRACKETED, BEHIND, LAST]) {
    const [, name, written] = pattern.exec(plain) ?? [];
    if (name === undefined || written === undefined) continue;
    const unit = unitAs(written);
    if (unit !== undefined) return { name, unit };
  }
  return { name: plain };
}

/** The text where it is a unit of time or money; these are what logs sum up. Other letters are other things: `A`, `C`, `t`. */
function unitAs(text: string): string | undefined {
  return [text, text.toLowerCase(), text.replace(/\.$/u, '')].find((one) => {
    const dimension = unitFacts(one)?.dimension;
    return dimension === 'time' || dimension === 'money';
  });
}
