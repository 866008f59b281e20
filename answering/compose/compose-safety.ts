import { type Access, type RowLabel, type StoredPassage, titlesAbove } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { asksToIsolate } from './asks-to-isolate.ts';
import { assetCodes, assetLevel, assetRelation } from './asset-match.ts';
import { type Composition, quotePassage, quoteUnit } from './composition.ts';
import { type EvidenceUnit, evidenceUnits } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import { gatherSections, readWhole } from './gather-sections.ts';
import { partAround } from './part-asked.ts';
import { printedAmong } from './printed-among.ts';
import { quoteSection } from './quote-section.ts';
import { refuseAbsent, refuseOtherAsset } from './refuse.ts';
import { refusePart } from './refuse-part.ts';
import { compareUnits, type ScoredUnit, scoreUnits } from './score-units.ts';
import type { Similarity } from './similarity.ts';

const ISOLATION = wordingPattern('isolation');

/**
 * Isolation points of an asset as the rows of their table, whole; else what accounts for the question: a warning, a sentence, or a
 * step with all others of its list, since one step of an isolation done alone leaves a machine live.
 */
export async function composeSafety(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  similarity: Similarity,
): Promise<Composition> {
  const scored = scoreUnits(
    question,
    gathered,
    {
      answer: ['condition', 'value', 'text', 'remedy', 'action', 'check', 'location', 'cause', 'status', 'position', 'alarm-state'],
      quantities: true,
    },
    similarity,
  );
  const asked = assetCodes(question.entities.filter((entity) => entity.role === 'asset'));
  const about = gathered.units.filter((unit) => isIsolationRow(unit));
  const own = about.filter((unit) => headingsName(unit, asked));
  // A row of the machine's own table that names the machine is one of its points like the others; what is asked beside it is one of them.
  const detail = own.filter((unit) => [...asked].some((code) => unit.bag.codes.has(code) && !headingsName(unit, new Set([code]))));
  if (detail.length > 0)
    return {
      kind: 'answer',
      claims: preferLanguage(question, detail)
        .slice(0, 1)
        .map((unit) => quoteUnit(unit)),
    };
  const points =
    own.length > 0 ? own : asked.size === 1 ? about.filter((unit) => [...asked].some((code) => assetLevel(unit).has(code))) : [];
  if (points.length > 0 && asksToIsolate(question.text))
    return wholeTable(evidence, access, question, gathered, preferLanguage(question, points));
  const sentences = scored.filter(
    (candidate) => candidate.missing.length === 0 && candidate.relation !== 'foreign' && candidate.unit.stored.passage.kind !== 'log-entry',
  );
  const best = sentences[0];
  if (best?.unit.stored.passage.kind === 'step') return wholeList(evidence, access, question, best.unit.stored);
  if (best !== undefined)
    return { kind: 'answer', claims: [best.unit.cells.length > 0 ? quoteUnit(best.unit) : quotePassage(best.unit.stored)] };
  const foreign = scored.filter((candidate) => candidate.missing.length === 0);
  if (foreign.length > 0) return refuseOtherAsset(question, foreign, gathered);
  return refuseAbsent(question, scored as readonly ScoredUnit[], gathered);
}

async function wholeList(evidence: Evidence, access: Access, question: Question, step: StoredPassage): Promise<Composition> {
  const [section] = await gatherSections(evidence, access, [step]);
  if (section === undefined) return { kind: 'answer', claims: [quotePassage(step)] };
  return quoteSection(evidence, access, question, partAround(step, await readWhole(evidence, access, section)));
}

function isIsolationRow(unit: EvidenceUnit): boolean {
  return (
    unit.cells.length > 0 &&
    !unit.cells.some((cell) => cell.role === 'date') &&
    unit.headings.slice(0, 2).some((bag) => ISOLATION.test(bag.folded))
  );
}

function headingsName(unit: EvidenceUnit, asked: ReadonlySet<string>): boolean {
  return unit.headings.slice(0, 2).some((bag) => [...bag.codes].some((code) => asked.has(code)));
}

/** Rows of an isolation table that are read; a longer one is refused, since a point that is left out leaves a machine live. */
const MOST_ROWS = 5_000;

/** The rows about the asked equipment of the table that the first row stands in, which is read to its ends; in order. */
async function wholeTable(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  [first]: readonly EvidenceUnit[],
): Promise<Composition> {
  if (first === undefined) return refuseAbsent(question, [], gathered);
  const { versionId: version, structure } = first.stored.passage;
  if (structure.table === undefined) return { kind: 'answer', claims: [quoteUnit(first)] };
  const read = await evidence.passages.element(access, { kind: 'table', version, opening: structure.table }, MOST_ROWS);
  if (read?.whole !== true) return refusePart(question, first.stored.title, titlesAbove(first.stored.passage)[0] ?? '');
  const printed = printedAmong(read.passages);
  const labels = new Set(
    read.passages.flatMap(({ passage }) => (passage.structure.rowLabels ?? []).filter(isOverWidth).map(({ order }) => order)),
  );
  const asked = assetCodes(question.entities.filter((entity) => entity.role === 'asset'));
  const rows = read.passages
    .filter(({ passage }) => !labels.has(passage.order))
    .flatMap((stored) => evidenceUnits(stored, question.grammar, printed(stored)))
    .filter((unit) => assetRelation(unit, asked, gathered.equipment) !== 'foreign');
  return { kind: 'answer', claims: rows.map((unit) => quoteUnit(unit)), whole: true };
}

/** A row of its own that heads the rows below it; each of them is quoted with it. */
function isOverWidth({ column }: RowLabel): boolean {
  return column === undefined;
}

function preferLanguage(question: Question, units: readonly EvidenceUnit[]): EvidenceUnit[] {
  const rank = (unit: EvidenceUnit) =>
    unit.headings.some((bag) => /\p{sc=Han}/u.test(bag.folded)) === (question.language === 'zh') ? 0 : 1;
  return [...units].sort((a, b) => rank(a) - rank(b) || compareUnits(a, b));
}
