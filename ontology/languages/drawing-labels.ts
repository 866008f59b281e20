import { DRAWING_LABELS, type DrawingLabel } from './drawing-label-words.ts';
import { DRAWING_LABELS_EN } from './en/drawing-labels.ts';
import { DRAWING_LABELS_ZH } from './zh/drawing-labels.ts';

const LABELS: ReadonlyMap<string, DrawingLabel> = new Map(
  DRAWING_LABELS.flatMap((label) =>
    [...DRAWING_LABELS_ZH[label], ...DRAWING_LABELS_EN[label]].map((words) => [words.replaceAll(' ', ''), label] as const),
  ),
);
const LONGEST_LABEL = 30;

/**
 * What a field of a title block says by its label: printed words (`DWG. NO.:`, `图 号`) or the name of an attribute (`DWG_NO`,
 * `DWGNO`, `TITLE2`), however its words are parted; undefined for any other words.
 */
export function drawingLabel(text: string): DrawingLabel | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\-.:#/]+/gu, ' ')
    .replace(/(?<=[a-z]) ?\d{1,2}\s*$/u, '')
    .replace(/\s+/gu, '');
  return LABELS.get(plain);
}
