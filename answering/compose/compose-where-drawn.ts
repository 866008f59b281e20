import { type Access, type StoredPassage, sheetOf } from '../../kernel/index.ts';
import { type DrawingLabel, drawingLabel } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { type Composition, type DraftClaim, quotePassage } from './composition.ts';
import { isWanted } from './gather-evidence.ts';

/** Labels asked of recall, and of one sheet those that are shown. */
const FOUND = 40;
const SHOWN = 3;
/** Sheets that are told of. */
const SHEETS = 5;
/** Passages at the head of a sheet among which its title block stands. */
const HEAD = 40;
/** What tells which drawing and sheet it is, in the order in which it is said. */
const TELLING: readonly DrawingLabel[] = ['number', 'sheet', 'title', 'revision'];

/**
 * Where something is drawn: of each sheet that bears a label with the code, the label, which is what a preview shows first, and the rows
 * of its title block that tell which sheet it is. Undefined where the question names no code or no drawing bears it.
 */
export async function composeWhereDrawn(
  evidence: Evidence,
  access: Access,
  question: Question,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const codes = new Set(question.entities.filter(({ isCode }) => isCode).map(({ folded }) => folded));
  if (codes.size === 0) return undefined;
  const keys = [...new Set(question.entities.flatMap((entity) => entity.keys.map((key) => key.id)))];
  const within = question.scope.documents.length === 0 ? {} : { documents: question.scope.documents };
  const part = { where: { kinds: ['drawing-label'] as const, ...within }, n: FOUND };
  const { parts } = await evidence.find(
    access,
    { text: question.text, keys, identifiers: [...codes], expansions: [], parts: [part] },
    signal,
  );
  const labels = parts
    .flat()
    .map(({ stored }) => stored)
    .filter((stored) => isWanted(stored, question) && bears(stored, codes, question));
  const sheets = new Map<string, StoredPassage[]>();
  for (const label of labels) {
    const sheet = `${label.passage.versionId} ${headOf(label)}`;
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), label]);
  }
  const claims: DraftClaim[] = [];
  for (const ofSheet of [...sheets.values()].slice(0, SHEETS)) {
    const [first] = ofSheet;
    if (first === undefined) continue;
    claims.push(...ofSheet.slice(0, SHOWN).map(quotePassage), ...(await sheetClaims(evidence, access, first)));
  }
  return claims.length === 0 ? undefined : { kind: 'answer', claims };
}

function bears({ passage }: StoredPassage, codes: ReadonlySet<string>, { grammar }: Question): boolean {
  return sheetOf(passage) !== undefined && grammar.find(passage.text).some(({ identifier }) => codes.has(identifier.folded));
}

/** Order of the first passage of the sheet. */
function headOf({ passage }: StoredPassage): number {
  return sheetOf(passage) ?? 0;
}

/** The rows of a sheet's title block that tell which sheet it is; they are about the sheet, whatever codes they hold. */
async function sheetClaims({ passages }: Evidence, access: Access, label: StoredPassage): Promise<readonly DraftClaim[]> {
  const head = headOf(label);
  const rows = await passages.range(access, label.passage.versionId, head, head + HEAD, ['table-row']);
  return TELLING.flatMap((role) => {
    const row = rows.find((stored) => headOf(stored) === head && roleOf(stored) === role);
    if (row === undefined) return [];
    const claim = quotePassage(row);
    const [span] = claim.spans;
    return claim.kind === 'computed' || span === undefined ? [] : [{ ...claim, spans: [{ ...span, isLabel: true }] as const }];
  });
}

function roleOf({ passage }: StoredPassage): DrawingLabel | undefined {
  if (sheetOf(passage) === undefined) return undefined;
  const said = passage.cells?.find(({ column }) => column !== '');
  return said === undefined ? undefined : drawingLabel(said.column);
}
