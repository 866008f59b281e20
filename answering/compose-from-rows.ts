import type { Access } from '../kernel/index.ts';
import type { Composition } from './compose/composition.ts';
import { NOTHING_GATHERED } from './compose/gather-evidence.ts';
import { refuseUnknownCodes } from './compose/refuse-unknown-codes.ts';
import type { Evidence } from './dependencies.ts';
import { composeFigure } from './figures/compose-figure.ts';
import { composeHistory } from './figures/compose-history.ts';
import type { Question } from './question/question.ts';

/** What typed rows alone say, for which no passage has to be found; undefined where something else is asked. */
export async function composeFromRows(
  evidence: Evidence,
  access: Access,
  question: Question,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  if (question.intent !== 'aggregate' && question.intent !== 'asset-history') return undefined;
  const unknown = await refuseUnknownCodes(evidence, access, question, NOTHING_GATHERED, signal);
  if (unknown !== undefined) return unknown;
  return question.intent === 'aggregate'
    ? composeFigure(evidence, access, question, signal)
    : composeHistory(evidence, access, question, signal);
}
