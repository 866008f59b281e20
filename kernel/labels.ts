import { FaultlineError } from './errors.ts';

/** Letters and digits of any script, then also `. _ : -`. No comma, by which lists of labels are separated, and no space. */
const LABEL = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u;
const MOST_LABELS = 32;

/**
 * Access labels in their one form: NFC, each once, sorted; labels that look alike are the same label.
 * @throws FaultlineError `invalid-request` that names the label which is none.
 */
export function readLabels(texts: readonly string[]): readonly string[] {
  const labels = [...new Set(texts.map((text) => text.normalize('NFC').trim()))].sort();
  const wrong = labels.find((label) => !LABEL.test(label));
  if (wrong !== undefined) {
    throw new FaultlineError(
      'invalid-request',
      `"${wrong.slice(0, 80)}" is no access label: give up to 64 letters, digits, ".", "_", ":" or "-", starting with a letter or digit.`,
    );
  }
  if (labels.length > MOST_LABELS) throw new FaultlineError('invalid-request', `At most ${MOST_LABELS} access labels are allowed.`);
  return labels;
}

/** Labels of a list separated by commas, blanks left out. @throws FaultlineError `invalid-request`. */
export function readLabelList(text: string): readonly string[] {
  return readLabels(text.split(',').filter((label) => label.trim() !== ''));
}

/** Whether a reader who holds `held` may read what carries `labels`: all of them are needed. */
export function holdsLabels(held: 'all' | readonly string[], labels: readonly string[]): boolean {
  return held === 'all' || labels.every((label) => held.includes(label));
}
