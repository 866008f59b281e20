import type { DocumentLabels } from './read-label-line.ts';
import { readRunningLines } from './read-running-lines.ts';
import { readTitleBlock } from './read-title-block.ts';

/**
 * Number, revision and date of a document from its title block and its running lines. The running lines, which stand on every page,
 * come first, but for the number: in a title block it stands behind its label only, in a running line it may be any code beside the
 * title.
 */
export function readDocumentLabels(titleBlock: readonly string[], running: readonly string[]): DocumentLabels {
  const stated = readTitleBlock(titleBlock);
  const { documentNumber } = stated;
  return { ...stated, ...readRunningLines(running), ...(documentNumber === undefined ? {} : { documentNumber }) };
}
