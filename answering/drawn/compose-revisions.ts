import { type Access, compareText, fold, isOnSheetOutOfUse, sheetOf, type VersionId } from '../../kernel/index.ts';
import { drawingPhrasesOf, wordingPatterns } from '../../ontology/index.ts';
import type { Composition, DraftClaim } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { DrawnStatement } from '../drawn-statement.ts';
import { askedOfDrawing } from '../question/asked-of-drawing.ts';
import type { Question } from '../question/question.ts';
import { labelSpan } from './label-span.ts';
import { sayDrawn } from './say-drawn.ts';
import { type SheetChange, sheetChanges } from './sheet-changes.ts';
import { type SheetState, sheetState } from './sheet-state.ts';

const PAIRS = wordingPatterns('revisionPair');
const MOST_FACTS = 10_000;
const MOST_TOLD = 200;

/**
 * What changed on a drawing from one revision to another: of the two that the question names, else of the two newest. Undefined where
 * that is not asked, or the drawing is not held in two revisions.
 */
export async function composeRevisions(evidence: Evidence, access: Access, question: Question): Promise<Composition | undefined> {
  const asked = askedOfDrawing(question);
  if (asked?.kinds.includes('changes') !== true) return undefined;
  const sheets = await sheetsByRevision(evidence, access, question, asked.of.folded);
  const named = namedRevisions(question.text);
  const pick = named === undefined ? sheets.slice(0, 2) : sheets.filter(({ state }) => named.includes(fold(state.revision)));
  const [later, earlier] = pick;
  const phrases = drawingPhrasesOf(question.language);
  if (later === undefined || earlier === undefined) {
    if (sheets.length === 0) return undefined;
    const missing = phrases.revisionsHeld(
      asked.of.text,
      sheets.map(({ state }) => state.revision),
    );
    return { kind: 'refuse', reason: 'absent', isExact: true, missing, claims: [] };
  }
  const changes = sheetChanges(earlier.state, later.state);
  if (changes.length > MOST_TOLD)
    return { kind: 'refuse', reason: 'unread-part', isExact: true, missing: phrases.tooMuchDrawn(asked.of.text), claims: [] };
  if (changes.length === 0) {
    const missing = phrases.noChange(asked.of.text, earlier.state.revision, later.state.revision);
    return { kind: 'refuse', reason: 'absent', isExact: true, missing, claims: [] };
  }
  const of = { drawing: asked.of.text, from: earlier.state.revision, to: later.state.revision };
  return { kind: 'answer', claims: changes.map((change) => changeClaim(change, of, question.language)) };
}

function changeClaim(
  { places, ...change }: SheetChange,
  of: { readonly drawing: string; readonly from: string; readonly to: string },
  language: Question['language'],
): DraftClaim {
  const drawn: DrawnStatement = { kind: 'changed', ...of, ...change };
  const [first, second] = places;
  return { kind: 'composed', text: sayDrawn(drawn, false, language), spans: [labelSpan(first), labelSpan(second)], drawn };
}

/** Labels of revisions in a question, folded. */
function namedRevisions(text: string): readonly string[] | undefined {
  for (const pattern of PAIRS) {
    const { one, other } = pattern.exec(fold(text))?.groups ?? {};
    if (one !== undefined && other !== undefined) return [fold(one), fold(other)];
  }
  return undefined;
}

interface RevisedSheet {
  readonly age: number;
  readonly state: SheetState;
}

/** The sheet of a number as each version has it that says a revision, newest first; a revision that is held twice counts once. */
async function sheetsByRevision(
  { keys, passages }: Evidence,
  access: Access,
  question: Question,
  code: string,
): Promise<readonly RevisedSheet[]> {
  const drawings = await keys.find(access, [code], { types: ['Drawing'] });
  const facts = await keys.about(
    access,
    drawings.map(({ id }) => id),
    ['DEPICTED_ON'],
    MOST_FACTS,
  );
  if (facts.length === MOST_FACTS) return [];
  const depicted = new Set<string>(facts.flatMap(({ evidence }) => evidence.map((one) => one.evidence.passageId)));
  const versions = new Set<VersionId>(facts.flatMap(({ evidence }) => evidence.map(({ versionId }) => versionId)));
  const sheets: RevisedSheet[] = [];
  for (const version of [...versions].sort(compareText)) {
    const read = await passages.range(access, version, 0, Number.MAX_SAFE_INTEGER);
    const own = new Set(read.flatMap(({ passage }) => (depicted.has(passage.id) ? [sheetOf(passage)] : [])));
    const sheet = read.filter(
      (stored) => own.has(sheetOf(stored.passage)) && stored.damaged !== true && !isOnSheetOutOfUse(stored.passage),
    );
    const [first] = sheet;
    if (first?.revision === undefined) continue;
    const state = sheetState(sheet, first.revision, question.grammar);
    if (state !== undefined) sheets.push({ age: first.age, state });
  }
  const ordered = sheets.sort((a, b) => a.age - b.age || compareText(b.state.revision, a.state.revision));
  return [...new Map([...ordered].reverse().map((one) => [fold(one.state.revision), one])).values()].reverse();
}
