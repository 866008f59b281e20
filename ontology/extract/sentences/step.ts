import type { Key } from '../../../kernel/index.ts';
import type { PassageReading } from '../passage-reading.ts';
import { rowReading } from '../row-names.ts';
import { stepMarker } from '../step-marker.ts';

const EXTRACTOR = 'grammar/step';
/** Bounds of a path: it is carried from chunk to chunk. */
const LONGEST_NAME = 200;
const LONGEST_PATH = 1800;
const FIRST = new Set(['1', 'a', 'A', 'i', '①', '❶', '⑴', '一']);

/** The procedure whose steps are being read: its headings, which list of the section this is, and how many steps it has. */
export interface OpenProcedure {
  readonly path: string;
  readonly list: number;
  readonly count: number;
  /** Where its section opens: two of one name are two. */
  readonly section?: number | undefined;
}

/**
 * A numbered step: the procedure named by the section HAS_STEP it, at the place where it stands; tools that the step names are
 * required. A list that starts again at its first mark is another procedure of the section.
 */
export function readStep(reading: PassageReading, open: OpenProcedure | undefined): OpenProcedure {
  const { draft, passage } = reading;
  const path = procedurePath(reading);
  const written = stepMarker(passage.text);
  const marker = passage.marker ?? written?.marker;
  const { section } = passage.structure;
  const same = open?.path === path ? open : { path, list: 1, count: 0 };
  const isElsewhere = same.section !== undefined && section !== undefined && same.section !== section;
  const restarted = same.count > 0 && (isElsewhere || (marker !== undefined && FIRST.has(marker)));
  const reached = { path, list: restarted ? same.list + 1 : same.list, count: restarted ? 1 : same.count + 1 };
  const next = section === undefined ? reached : { ...reached, section };
  const procedure = procedureKey(reading, next);
  const start = written === undefined || written.marker !== marker ? 0 : written.length;
  const words = passage.text.slice(start);
  const step = draft.key('Step', 'path', `${path} › ${next.list}.${next.count} ${words.slice(0, 80)}`);
  if (procedure === undefined || step === undefined || words.trim() === '') return next;
  draft.use(step, passage, start, passage.text.length);
  const order = { kind: 'value' as const, value: { kind: 'number' as const, text: marker ?? String(next.count), number: next.count } };
  const place = rowReading(reading, [{ start, end: passage.text.length }], EXTRACTOR, 0.9);
  draft.fact(place, procedure, 'HAS_STEP', step, [{ name: 'order', value: order }]);
  for (const mention of reading.concepts) {
    if (mention.concept.kind !== 'Tool') continue;
    draft.fact(rowReading(reading, [mention], EXTRACTOR, 0.7), procedure, 'REQUIRES', draft.conceptKey(mention.concept));
  }
  return next;
}

/** Title and headings of the section: what names a procedure within its document. */
export function procedurePath(reading: PassageReading): string {
  return [reading.title, ...reading.passage.headings]
    .map((name) => name.slice(0, LONGEST_NAME))
    .join(' › ')
    .slice(0, LONGEST_PATH);
}

export function procedureKey(reading: PassageReading, open: OpenProcedure): Key | undefined {
  const heading = reading.passage.headings.at(-1) ?? reading.title;
  const name = open.list === 1 ? open.path : `${open.path} › ${open.list}`;
  return name === '' || heading === '' ? undefined : reading.draft.key('Procedure', 'path', name);
}
