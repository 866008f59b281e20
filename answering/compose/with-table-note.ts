import { type Access, type Dimension, type PassageKind, type StoredPassage, titlesAbove } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import { askedDimensions } from '../question/asked-dimensions.ts';
import type { Question } from '../question/question.ts';
import { claimParts } from '../verify/claim-parts.ts';
import { wordSet } from '../verify/source-text.ts';
import { WEIGHTS } from '../weights.ts';
import { type Composition, type DraftClaim, quotePassage } from './composition.ts';
import { evidenceUnits } from './evidence-unit.ts';
import { dimensionsOf } from './same-statement.ts';

/** Rows of a table that are read to see what stands below it. */
const ROWS = 3_000;
/** UTF-16 units of a note; what is longer is a chapter's own text. */
const LONGEST = 400;

/**
 * A value of a table with the note that stands directly above or below its table and says of values of that kind what neither title nor
 * columns say (`Torques hold for clean, lightly oiled threads`): a value without its condition is another value.
 */
export async function withTableNote(evidence: Evidence, access: Access, question: Question, composed: Composition): Promise<Composition> {
  if (composed.kind !== 'answer') return composed;
  const notes = new Map<string, DraftClaim>();
  for (const { kind, spans } of composed.claims) {
    const stored = kind === 'computed' ? undefined : spans[0]?.stored;
    if (stored === undefined) continue;
    const measured = measuredIn(stored, question);
    for (const note of measured.length === 0 ? [] : await besideTable(evidence, access, stored))
      if (isNote(note, stored, measured, question)) notes.set(note.passage.id, quotePassage(note));
  }
  return notes.size === 0 ? composed : { ...composed, claims: [...composed.claims, ...notes.values()] };
}

/** Kinds of quantities of a row that are asked for, or all where the question names none. */
function measuredIn(stored: StoredPassage, { dimensions, grammar }: Question): readonly Dimension[] {
  if (stored.passage.kind !== 'table-row') return [];
  const given = dimensionsOf(evidenceUnits(stored, grammar).flatMap(({ quantities }) => quantities));
  return dimensions.length === 0 ? given : given.filter((dimension) => dimensions.includes(dimension));
}

/** Title and header of a table stand between its first row and what is above it. */
const OF_THE_TABLE: ReadonlySet<PassageKind> = new Set(['caption', 'table']);

/** The paragraphs directly above and below the table of a row, its title and header left out. */
async function besideTable({ passages }: Evidence, access: Access, { passage }: StoredPassage): Promise<readonly StoredPassage[]> {
  const { versionId: version, structure } = passage;
  const { table: opening, section } = structure;
  if (opening === undefined) return [];
  const above = opening === 0 ? [] : await passages.range(access, version, Math.max(0, opening - 1 - OF_THE_TABLE.size), opening - 1);
  const read = await passages.element(access, { kind: 'table', version, opening }, ROWS);
  const nearest = above.findLast((one) => !OF_THE_TABLE.has(one.passage.kind));
  return [nearest, read?.whole === true ? read.following : undefined].filter(
    (one): one is StoredPassage => one?.passage.kind === 'paragraph' && one.passage.structure.section === section,
  );
}

function isNote(note: StoredPassage, row: StoredPassage, measured: readonly Dimension[], { grammar }: Question): boolean {
  const { text } = note.passage;
  if (text.length > LONGEST || !askedDimensions(text).some((dimension) => measured.includes(dimension))) return false;
  const columns = (row.passage.cells ?? []).map(({ column }) => column);
  const known = wordSet([...titlesAbove(row.passage), row.passage.structure.leadIn?.text ?? '', ...columns].join(' ; '));
  const { words } = claimParts(text, grammar);
  return words.filter((word) => known.has(word.text)).length < WEIGHTS.checking.leastCoverage * words.length;
}
