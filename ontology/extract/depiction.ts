import { type IdentifierMention, type Key, sheetOf } from '../../kernel/index.ts';
import { drawingLabel } from '../languages/drawing-labels.ts';
import type { ExtractionDraft } from './extraction-draft.ts';
import { type PassageReading, tagKeys } from './passage-reading.ts';

const EXTRACTOR = 'drawing/label';

/** The number of the sheet that passages stand on, as its title block says it; undefined until it does. */
export function readSheetNumber({ passage }: Pick<PassageReading, 'passage'>, before: string | undefined): string | undefined {
  // A heading opens the next sheet, or the first passage of one that is a page: its number is still to come.
  if (!isDrawn(passage) || passage.kind === 'heading') return undefined;
  const cell = passage.cells?.find((one) => one.column !== '' && drawingLabel(one.column) === 'number');
  return (
    (passage.structure.sheet === passage.order ? undefined : before) ??
    (cell === undefined ? undefined : passage.text.slice(cell.start, cell.end).trim())
  );
}

/** A label of a drawing: each tag and number of a line in it DEPICTED_ON the drawing, by its number, else by the title of its document. */
export function readDepiction(reading: PassageReading, number: string | undefined): void {
  const { draft, passage, identifiers, title } = reading;
  if (passage.kind !== 'drawing-label' || !isDrawn(passage)) return;
  const drawing = drawingKey(reading, number) ?? draft.key('Drawing', 'name', title);
  if (drawing === undefined) return;
  for (const mention of identifiers) {
    const place = { passage, start: mention.start, end: mention.end, extractor: EXTRACTOR, confidence: 0.95 };
    for (const key of namedKeys(draft, mention)) draft.fact(place, key, 'DEPICTED_ON', drawing);
  }
}

/** A tag, or the number of a line: by it the sheets are found on which a pipe goes on. */
function namedKeys(draft: ExtractionDraft, mention: IdentifierMention): readonly Key[] {
  if (mention.identifier.kind !== 'line') return tagKeys(draft, mention);
  return [draft.key('Line', 'code', mention.identifier.text)].flatMap((key) => key ?? []);
}

/** The title block of a sheet names its drawing. */
export function useSheetNumber(reading: PassageReading): void {
  const { draft, passage } = reading;
  if (!isDrawn(passage)) return;
  for (const cell of passage.cells ?? []) {
    if (cell.column === '' || drawingLabel(cell.column) !== 'number') continue;
    const key = drawingKey(reading, passage.text.slice(cell.start, cell.end).trim());
    if (key !== undefined) draft.use(key, passage, cell.start, cell.end);
  }
}

function drawingKey({ draft }: PassageReading, number: string | undefined): Key | undefined {
  return number === undefined ? undefined : draft.key('Drawing', 'code', number);
}

/** Whether a passage stands on a drawing. */
function isDrawn(passage: PassageReading['passage']): boolean {
  return sheetOf(passage) !== undefined;
}
