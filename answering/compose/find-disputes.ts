import { type Access, fold, type StoredPassage } from '../../kernel/index.ts';
import { conceptById } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { assetCodes, assetRelation } from './asset-match.ts';
import { type Composition, type Dispute, type DraftClaim, quoteUnit } from './composition.ts';
import { counterpartOf } from './counterpart-step.ts';
import { type Equipment, readEquipment } from './equipment.ts';
import { type EvidenceUnit, evidenceUnits } from './evidence-unit.ts';
import { outranks } from './find-conflict.ts';
import { type Gathered, isWanted, STATEMENTS } from './gather-evidence.ts';
import { printedAmong } from './printed-among.ts';
import { cellsForSentence, dimensionsOf, disagree, isSameSentence } from './same-statement.ts';
import { askedEquipment, scopeRelation } from './scope-match.ts';
import { compareUnits } from './score-units.ts';

/** Sentences with a quantity that are looked up in other documents. */
const MOST = 40;
/** Passages asked of recall for each, and names of each vocabulary entry. */
const HITS = 24;
const NAMES = 2;

/**
 * Adds what other valid documents of the same equipment say otherwise of what is quoted: whoever tightens to the value of a step has to
 * know that another manual prints another one. Rows are held against each other where they are composed (`findConflict`).
 */
export async function findDisputes(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  composition: Composition,
  signal: AbortSignal,
): Promise<Composition> {
  if (composition.kind !== 'answer' || composition.conflicts !== undefined) return composition;
  const disputes: Dispute[] = [];
  const said = [...composition.claims, ...(composition.safety ?? [])].flatMap((of) =>
    statementsOf(of, question).map((statement) => ({ of, statement })),
  );
  for (const { of, statement } of said.slice(0, MOST)) {
    signal.throwIfAborted();
    for (const other of await saidOtherwise(evidence, access, question, gathered, statement, signal))
      disputes.push({ of, other: quoteUnit(other), wins: outranks(other.stored, statement.stored) });
  }
  return disputes.length === 0 ? composition : { ...composition, disputes };
}

/** The sentences of a quotation that give a quantity. */
function statementsOf(draft: DraftClaim, { grammar }: Question): readonly EvidenceUnit[] {
  if (draft.kind !== 'quote' || draft.polar !== undefined || draft.drawn !== undefined || draft.worded === true) return [];
  return draft.spans.flatMap(({ stored, start, end }) =>
    stored.passage.cells !== undefined
      ? []
      : evidenceUnits(stored, grammar).filter(
          (unit) => unit.cells.length === 0 && unit.start >= start && unit.end <= end && dimensionsOf(unit.quantities).length > 0,
        ),
  );
}

/** The first statement of each other document that gives another value for the same. */
async function saidOtherwise(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  statement: EvidenceUnit,
  signal: AbortSignal,
): Promise<readonly EvidenceUnit[]> {
  const passages = (await recall(evidence, access, question, statement, signal)).filter((stored) => isWanted(stored, question));
  const printed = printedAmong(passages);
  const units = passages.flatMap((stored) => evidenceUnits(stored, question.grammar, printed(stored)));
  const equipment = readEquipment([...gathered.units, ...units], gathered.equipment.isAsset, question.grammar);
  const about = aboutOf(question, gathered, statement, equipment);
  const found = new Map<string, EvidenceUnit>();
  const proseFirst = units.sort((a, b) => Number(a.cells.length > 0) - Number(b.cells.length > 0) || compareUnits(a, b));
  for (const other of proseFirst) {
    const { documentId } = other.stored;
    if (documentId === statement.stored.documentId || found.has(documentId) || !isFellow(statement, other, about, gathered, equipment))
      continue;
    if (await isOtherwise(evidence, access, question, about, statement, other)) found.set(documentId, other);
  }
  return [...found.values()].sort(compareUnits);
}

/** Other documents with what they say of the same, the words of the sentence and the equipment of the question asked for. */
async function recall(
  evidence: Evidence,
  access: Access,
  question: Question,
  { text, bag, headings }: EvidenceUnit,
  signal: AbortSignal,
): Promise<readonly StoredPassage[]> {
  const codes = question.entities.filter(({ isCode }) => isCode).map(({ folded }) => folded);
  const keys = [...new Set(question.entities.flatMap((entity) => entity.keys.map((key) => key.id)))];
  const { documents } = question.scope;
  const where = { kinds: STATEMENTS, ...(documents.length === 0 ? {} : { documents }) };
  const query = {
    text: `${text} ${headings[0]?.folded ?? ''}`.trim(),
    keys,
    identifiers: [...new Set([...codes, ...bag.codes])],
    expansions: otherNames([...bag.concepts, ...(headings[0]?.concepts ?? [])]),
    parts: [{ where, n: HITS }],
  };
  const { parts } = await evidence.find(access, query, signal);
  return (parts[0] ?? []).map(({ stored }) => stored);
}

/** Names of what the vocabulary knows of a sentence and its title, in both languages. */
function otherNames(concepts: readonly string[]): readonly string[] {
  const known = [...new Set(concepts)].flatMap((id) => conceptById(id) ?? []);
  return [...new Set(known.flatMap(({ zh, en }) => [...zh.slice(0, NAMES), ...en.slice(0, NAMES)]))];
}

/** Codes of the equipment that a statement is about, which the question names or the statement's own document. */
function aboutOf(question: Question, { named }: Gathered, statement: EvidenceUnit, equipment: Equipment): ReadonlySet<string> {
  const asked = assetCodes(askedEquipment(question, named));
  const own = [statement.bag, ...statement.headings, statement.title].map((bag) => [...bag.codes].filter(equipment.isAsset));
  return asked.size > 0 ? asked : new Set(own.find((codes) => codes.length > 0) ?? []);
}

/** Whether a unit is about the same equipment, or where none has a code the same product. */
function isFellow(
  statement: EvidenceUnit,
  other: EvidenceUnit,
  about: ReadonlySet<string>,
  { named }: Gathered,
  equipment: Equipment,
): boolean {
  if (scopeRelation(other.stored, named, equipment) === 'foreign') return false;
  return about.size > 0 ? assetRelation(other, about, equipment) !== 'foreign' : shareProduct(statement.stored, other.stored);
}

/** Whether two documents are about one product or model by name. */
function shareProduct({ scopeNames: own = [] }: StoredPassage, { scopeNames: theirs = [] }: StoredPassage): boolean {
  const isThing = ({ kind }: (typeof own)[number]) => kind === 'product' || kind === 'model';
  return own.filter(isThing).some((one) => theirs.filter(isThing).some((other) => fold(other.text) === fold(one.text)));
}

async function isOtherwise(
  evidence: Evidence,
  access: Access,
  { grammar }: Question,
  about: ReadonlySet<string>,
  statement: EvidenceUnit,
  other: EvidenceUnit,
): Promise<boolean> {
  if (other.cells.length > 0) {
    const cells = cellsForSentence(statement, other, grammar);
    return (
      cells !== undefined &&
      disagree(
        statement.quantities,
        cells.flatMap(({ quantities }) => quantities),
      )
    );
  }
  if (!disagree(statement.quantities, other.quantities)) return false;
  return isSameSentence(statement, other, about, grammar) || (await counterpartOf(evidence, access, statement, other, grammar));
}
