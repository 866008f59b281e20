import { type Application, type Diagnosis, diagnoseFault } from '../../app/index.ts';
import { type Caller, FaultlineError } from '../../kernel/index.ts';
import type { FeedbackCase } from '../accuracy/feedback/feedback-case.ts';
import { holdsPhrase } from '../metrics/grade-answer.ts';
import type { CaseRecord } from '../report/run-record.ts';

/** What an answer or diagnosis that was said to be at fault says now. */
export interface AskedAgain {
  readonly isUnchanged: boolean;
  /** Undefined where nobody said what is right. */
  readonly isRight: boolean | undefined;
  readonly shown: NonNullable<CaseRecord['shown']>;
}

/**
 * Asks for a diagnosis again with what had been seen then; where the documents have not these checks any more it is begun anew. It is
 * right where a cause that is open or found, one of its remedies, the next check or a step has the words that are expected.
 */
export async function diagnoseAgain(
  application: Application,
  reader: Caller,
  { question: fault, observations = [], digest, expected, remark }: FeedbackCase,
  signal: AbortSignal,
): Promise<AskedAgain> {
  const isPathGone = (error: unknown): boolean => error instanceof FaultlineError && error.code === 'invalid-request';
  const diagnosis = await diagnoseFault(application, reader, { fault, observations }, signal).catch((error: unknown) => {
    if (observations.length === 0 || !isPathGone(error)) throw error;
    return diagnoseFault(application, reader, { fault, observations: [] }, signal);
  });
  const said = saidBy(diagnosis);
  return {
    isUnchanged: diagnosis.aigc.ProduceID === digest,
    isRight: expected === undefined ? undefined : holdsPhrase(said, expected),
    shown: {
      question: fault,
      answer: said.length === 0 ? `${diagnosis.state}: ${diagnosis.missing}` : said.join('\n'),
      expected: expected ?? '',
      evidence: diagnosis.citations.map(({ title, quote }) => ({ source: title, text: quote })),
      claims: [],
      notes: remark === undefined ? [] : [remark],
    },
  };
}

function saidBy({ causes, next, procedures }: Diagnosis): readonly string[] {
  const open = causes.filter(({ standing }) => standing === 'open' || standing === 'found');
  return [
    ...open.flatMap(({ text, remedies }) => [text, ...remedies.map((remedy) => remedy.text)]),
    ...(next?.told === undefined ? [] : [next.told.text]),
    ...procedures.flatMap((one) => (one.kind === 'documented' ? one.steps.map(({ text }) => text) : [])),
  ];
}
