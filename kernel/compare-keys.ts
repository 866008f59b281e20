import { compareText } from './canonical-json.ts';
import { KEY_CLASSES, type KeyClass } from './key.ts';

/** Strongest class first, then id: the first key names the entity. */
export function compareKeys(
  left: { readonly id: string; readonly class: KeyClass },
  right: { readonly id: string; readonly class: KeyClass },
): number {
  return KEY_CLASSES.indexOf(left.class) - KEY_CLASSES.indexOf(right.class) || compareText(left.id, right.id);
}
