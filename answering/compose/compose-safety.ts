import { type Access, fold, type StoredPassage } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { assetCodes } from './asset-match.ts';
import { type Composition, quotePassage, quoteUnit } from './composition.ts';
import type { EvidenceUnit } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import { gatherSections } from './gather-sections.ts';
import { quoteSection } from './quote-section.ts';
import { refuseAbsent, refuseOtherAsset } from './refuse.ts';
import { compareUnits, type ScoredUnit, scoreUnits } from './score-units.ts';
import type { Similarity } from './similarity.ts';

const ISOLATION = /isolat|lock ?-?out|locked|tag ?-?out|energy|energis|energiz|padlock|隔离|上锁|挂牌|锁定|能量|断电|断开/u;

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
  const detail = own.filter((unit) => [...asked].some((code) => unit.bag.codes.has(code)));
  if (detail.length > 0)
    return {
      kind: 'answer',
      claims: preferLanguage(question, detail)
        .slice(0, 1)
        .map((unit) => quoteUnit(unit)),
    };
  if (own.length > 0 && ISOLATION.test(fold(question.text)))
    return { kind: 'answer', claims: wholeTable(preferLanguage(question, own)).map((unit) => quoteUnit(unit)) };
  const sentences = scored.filter(
    (candidate) => candidate.missing.length === 0 && candidate.relation !== 'foreign' && candidate.unit.stored.passage.kind !== 'log-entry',
  );
  const best = sentences[0];
  if (best?.unit.stored.passage.kind === 'step') return wholeList(evidence, access, best.unit.stored);
  if (best !== undefined)
    return { kind: 'answer', claims: [best.unit.cells.length > 0 ? quoteUnit(best.unit) : quotePassage(best.unit.stored)] };
  const foreign = scored.filter((candidate) => candidate.missing.length === 0);
  if (foreign.length > 0) return refuseOtherAsset(question, foreign, gathered);
  return refuseAbsent(question, scored as readonly ScoredUnit[], gathered);
}

async function wholeList(evidence: Evidence, access: Access, step: StoredPassage): Promise<Composition> {
  const [section] = await gatherSections(evidence, access, [step]);
  return section === undefined ? { kind: 'answer', claims: [quotePassage(step)] } : quoteSection(evidence, access, section);
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

/** Rows of the table that the first one stands in, in order. */
function wholeTable(units: readonly EvidenceUnit[]): EvidenceUnit[] {
  const [firstUnit] = units;
  if (firstUnit === undefined) return [];
  const table = (unit: EvidenceUnit) => `${unit.stored.passage.versionId} ${unit.stored.passage.headings.join(' / ')}`;
  return units.filter((unit) => table(unit) === table(firstUnit)).sort(compareUnits);
}

function preferLanguage(question: Question, units: readonly EvidenceUnit[]): EvidenceUnit[] {
  const rank = (unit: EvidenceUnit) =>
    unit.headings.some((bag) => /\p{sc=Han}/u.test(bag.folded)) === (question.language === 'zh') ? 0 : 1;
  return [...units].sort((a, b) => rank(a) - rank(b) || compareUnits(a, b));
}
