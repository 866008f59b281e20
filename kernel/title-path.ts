import type { StoredPassage } from './passage.ts';
import { titlesAbove } from './titles-above.ts';

/** Where a passage stands: title of its document and titles above it, outermost first, those that are empty left out. */
export function titlePath({ title, passage }: Pick<StoredPassage, 'title' | 'passage'>): string {
  return [title, ...[...titlesAbove(passage)].reverse()].filter((one) => one !== '').join(' > ');
}
