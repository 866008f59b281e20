import type { Account } from '../contract.ts';

/** Labels as a person types them: separated by commas, `*` for everything, nothing for what has none. */
export function readLabels(text: string): Account['labels'] {
  const labels = text.split(/[,，、]/).map((label) => label.trim());
  return labels.length === 1 && labels[0] === '*' ? 'all' : labels.filter((label) => label !== '');
}

/** The same as they are typed. */
export function writeLabels(labels: Account['labels']): string {
  return labels === 'all' ? '*' : labels.join(', ');
}
