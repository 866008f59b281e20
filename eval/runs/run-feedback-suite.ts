import { type Application, askQuestion } from '../../app/index.ts';
import { type Caller, languageOf, sha256 } from '../../kernel/index.ts';
import { type FeedbackCase, writeFeedbackCases } from '../accuracy/feedback/feedback-case.ts';
import { holdsAtom } from '../metrics/grade-answer.ts';
import { makeSuiteRecord } from '../report/make-suite-record.ts';
import type { CaseRecord, SuiteRecord } from '../report/run-record.ts';
import { type AskedAgain, diagnoseAgain } from './diagnose-again.ts';
import { share } from './metric.ts';
import { showAnswer } from './show-answer.ts';

const METRICS = [
  share('unchanged', '回答仍与被指出有误时相同', 'the answer is the one that was at fault', 'lower'),
  share('right', '含有应有的内容（已知时）', 'says what a right answer says, where that is known', 'higher'),
];

/**
 * Asks again what was answered at fault. A case is `right` where the answer has the words that a right one has, `unchanged` where the
 * very same is said, else `changed`: better or worse only a person can tell, unless the words are known.
 */
export async function runFeedbackSuite(
  application: Application,
  caller: Caller,
  { cases, seed }: { readonly cases: readonly FeedbackCase[]; readonly seed: number },
  signal: AbortSignal,
): Promise<SuiteRecord> {
  const records: CaseRecord[] = [];
  for (const one of cases) records.push(await askAgain(application, caller, one, signal));
  const title = { zh: '被指出有误的回答', en: 'answers that were said to be at fault' };
  return makeSuiteRecord(
    { suite: 'feedback', title, corpus: sha256(writeFeedbackCases(cases)), scoresAre: 'none', metrics: METRICS, cases: records },
    seed,
  );
}

async function askAgain(application: Application, caller: Caller, one: FeedbackCase, signal: AbortSignal): Promise<CaseRecord> {
  const { id, question, about, asOf, verdict, isConfirmed } = one;
  const reader = asOf === undefined ? caller : { ...caller, asOf };
  const { isRight, isUnchanged, shown } =
    about === 'diagnosis' ? await diagnoseAgain(application, reader, one, signal) : await answerAgain(application, reader, one, signal);
  return {
    id,
    language: languageOf(question),
    form: `${about === 'diagnosis' ? 'diagnosis, ' : ''}${verdict}${isConfirmed ? ', confirmed' : ''}`,
    outcome: isRight === true ? 'right' : isUnchanged ? 'unchanged' : 'changed',
    isGood: isRight ?? !isUnchanged,
    values: { unchanged: Number(isUnchanged), ...(isRight === undefined ? {} : { right: Number(isRight) }) },
    shown,
  };
}

async function answerAgain(
  application: Application,
  reader: Caller,
  { question, digest, expected, remark }: FeedbackCase,
  signal: AbortSignal,
): Promise<AskedAgain> {
  const answer = await askQuestion(application, reader, { question }, signal);
  const { content } = answer;
  const isHeld = (value: string) => content.decision === 'answered' && holdsAtom(content, { kind: 'phrase', value, alternatives: [] });
  return {
    isUnchanged: answer.digest === digest,
    isRight: expected === undefined ? undefined : isHeld(expected),
    shown: showAnswer(question, content, expected ?? '', [remark ?? '']),
  };
}
