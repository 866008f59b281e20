import { type DocumentLabels, readLabelLine } from './read-label-line.ts';

/**
 * Number, revision and date from the lines of a title block (cover, front matter, what stands between title and first section);
 * the first of each counts. Lines that say anything else beside them are text, not labels.
 */
export function readTitleBlock(texts: readonly string[]): DocumentLabels {
  const read = texts.flatMap((text) => text.split('\n')).map(readLabelLine);
  return Object.assign({}, ...read.reverse());
}
