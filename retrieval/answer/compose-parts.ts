import { fold } from '../../kernel/index.ts';
import type { Question } from '../question/question.ts';
import { assetCodes, assetRelation } from './asset-match.ts';
import { composeFromUnits } from './compose-from-units.ts';
import { type Composition, quoteUnit } from './composition.ts';
import type { EvidenceUnit } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import type { RowIntent } from './row-intents.ts';
import { compareUnits, subjectTerms } from './score-units.ts';
import type { Similarity } from './similarity.ts';
import { termMatch } from './term-match.ts';

/** What a job needs is listed in its section under a label of its own. */
const LABELS = [
  {
    asked: /\bparts?\b|\bspares?\b|\bconsumables?\b|备件|零件|配件|耗材/u,
    label: /^(?:(?:spare |required )?parts?|spares?|consumables?|(?:所需)?(?:备件|零件|配件|耗材))\s*[:：]/u,
  },
  { asked: /\btools?\b|\bwrench|工具|扳手/u, label: /^(?:(?:special |required )?tools?|(?:所需|专用)?工具)\s*[:：]/u },
] as const;

/** Parts and tools: the lists of the job that is asked about, else the row of the parts table. */
export function composeParts(question: Question, gathered: Gathered, intent: RowIntent, similarity: Similarity): Composition {
  const lists = jobLists(question, gathered);
  if (lists.length > 0) return { kind: 'answer', claims: lists.map((unit) => quoteUnit(unit)) };
  return composeFromUnits(question, gathered, intent, similarity);
}

/** Labelled lists of the section whose title accounts for the whole question; all of one document. */
function jobLists(question: Question, gathered: Gathered): EvidenceUnit[] {
  const text = fold(question.text);
  const named = LABELS.filter(({ asked }) => asked.test(text));
  const labels = (named.length > 0 ? named : LABELS).map(({ label }) => label);
  const terms = subjectTerms(question);
  if (labels.length === 0 || terms.length === 0) return [];
  const asked = assetCodes(question.entities.filter((entity) => entity.role === 'asset'));
  const fitting = gathered.units.filter((unit) => {
    const [title] = unit.headings;
    if (title === undefined || !labels.some((label) => label.test(unit.bag.folded))) return false;
    return terms.every((term) => termMatch(term, title) > 0) && assetRelation(unit, asked, gathered.isAsset) !== 'foreign';
  });
  const own = fitting.filter((unit) => unit.stored.passage.language === question.language);
  const from = own.length > 0 ? own : fitting;
  const [first] = [...from].sort(compareUnits);
  if (first === undefined) return [];
  const section = (unit: EvidenceUnit) => `${unit.stored.passage.versionId} ${unit.stored.passage.headings.join(' / ')}`;
  return from.filter((unit) => section(unit) === section(first)).sort(compareUnits);
}
