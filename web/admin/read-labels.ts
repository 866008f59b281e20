import type { Account } from '../contract.ts';
import { splitLabels } from '../parts/split-labels.ts';

/** Labels as a person types them: separated by commas, `*` for everything, nothing for what has none. */
export function readLabels(text: string): Account['labels'] {
  const labels = splitLabels(text);
  return labels.length === 1 && labels[0] === '*' ? 'all' : labels;
}

/** The same as they are typed. */
export function writeLabels(labels: Account['labels']): string {
  return labels === 'all' ? '*' : labels.join(', ');
}
