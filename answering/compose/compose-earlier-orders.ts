import { phrasesOf } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';
import { assetCodes, assetLevel } from './asset-match.ts';
import { type Composition, quoteUnit } from './composition.ts';
import { type EvidenceUnit, evidenceUnits, type UnitCell } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import { ROW_INTENTS } from './row-intents.ts';
import { askedEquipment } from './scope-match.ts';
import { subjectTerms } from './score-units.ts';
import { termMatch } from './term-match.ts';

/** Orders that are shown, at most. */
const SHOWN = 3;

/**
 * What was found when the same fault was seen on the asked machine before, as rows of logs tell it: no answer, since what it was then it
 * need not be now. Undefined where no row names the machine and the whole fault and tells what is asked of it.
 */
export function composeEarlierOrders(question: Question, gathered: Gathered): Composition | undefined {
  const intent = ROW_INTENTS[question.intent];
  if (intent?.several !== true) return undefined;
  const { key = [], answer } = intent;
  const asked = assetCodes(askedEquipment(question, gathered.named));
  const terms = subjectTerms(question);
  if (asked.size === 0 || terms.length === 0) return undefined;
  const isFault = ({ role }: UnitCell) => role === 'text' || (role !== undefined && key.includes(role));
  const tells = ({ cells }: EvidenceUnit) =>
    cells.some(({ role, text }) => role !== undefined && answer.includes(role) && text.trim() !== '');
  const isOfFault = ({ cells }: EvidenceUnit) => {
    const faults = cells.filter(isFault);
    return terms.every((term) => faults.some(({ bag }) => termMatch(term, bag) > 0));
  };
  const shown = gathered.events
    .flatMap((stored) => evidenceUnits(stored, question.grammar))
    .filter((unit) => [...assetLevel(unit)].some((code) => asked.has(code)) && tells(unit) && isOfFault(unit))
    .slice(0, SHOWN);
  if (shown.length === 0) return undefined;
  return { kind: 'nearest', missing: phrasesOf(question.language).earlierOrders(), claims: shown.map((unit) => quoteUnit(unit)) };
}
