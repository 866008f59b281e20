import type { DocumentProperties } from '../../kernel/index.ts';
import { DOCUMENT_LABEL_PATTERNS } from '../../ontology/index.ts';
import { readLabelLine } from './read-label-line.ts';

const GENERATED = new RegExp(DOCUMENT_LABEL_PATTERNS.generated, 'iu');

export type TitleBlock = Pick<DocumentProperties, 'documentNumber' | 'revision' | 'effective' | 'aiGenerated'>;

/**
 * Number, revision and date from the lines of a title block (cover, front matter, what stands between title and first section);
 * the first of each counts. Lines that say anything else beside them are text, not labels.
 */
export function readTitleBlock(texts: readonly string[]): TitleBlock {
  return texts.flatMap((text) => text.split('\n')).reduce<TitleBlock>((found, line) => ({ ...readLabelLine(line), ...found }), {});
}

/** Whether one of the texts says that the document was generated. */
export function statesGenerated(texts: readonly string[]): boolean {
  return texts.some((text) => GENERATED.test(text.normalize('NFKC')));
}
