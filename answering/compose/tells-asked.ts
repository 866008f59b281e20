import type { ColumnRole } from '../../kernel/index.ts';
import { isAskedQuantity } from '../question/asked-quantity.ts';
import { detectIntent } from '../question/detect-intent.ts';
import type { Intent, Question } from '../question/question.ts';
import type { EvidenceUnit } from './evidence-unit.ts';
import { ROW_INTENTS } from './row-intents.ts';

const REMEDIES: readonly ColumnRole[] = ['remedy', 'action', 'check', 'control', 'task'];

/** What is asked of an alarm beside its meaning, with the cells that say it. */
const SAID_BY: Readonly<Partial<Record<Intent, readonly ColumnRole[]>>> = {
  remedy: REMEDIES,
  'next-check': REMEDIES,
  procedure: REMEDIES,
  'part-or-tool': ROW_INTENTS['part-or-tool']?.answer ?? [],
};

/**
 * Whether the row of an alarm says what the question wants of it. One that names an alarm by the way (`part number of the battery that
 * alarm E101 asks for`) is not answered by what the alarm means. A title (`10: Overheated`) may say it in the text below.
 */
export function tellsAsked(question: Question, unit: EvidenceUnit): boolean {
  const intent = detectIntent(question.text, []);
  const roles = SAID_BY[intent];
  if (roles !== undefined && unit.stored.passage.kind !== 'heading')
    return unit.cells.some(({ role, text, inherited }) => role !== undefined && roles.includes(role) && (inherited ?? text).trim() !== '');
  if (intent !== 'specification' || question.dimensions.length === 0) return true;
  return unit.quantities.some(({ quantity }) => isAskedQuantity(question, quantity));
}
