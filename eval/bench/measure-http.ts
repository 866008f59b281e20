import { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';
import { latenciesOf, latenciesShape } from './measurement.ts';
import { withService } from './with-service.ts';

/** Milliseconds from the question to the whole answer at the caller; `busy` is the caller's own. */
export const httpReportShape = z.object({ answers: latenciesShape, openAnswers: latenciesShape });
export type HttpReport = z.infer<typeof httpReportShape>;

/** Asks the service on a data folder over HTTP, one question after the other. */
export function measureHttp(
  { home, questions, openQuestions }: { home: string; questions: readonly string[]; openQuestions: readonly string[] },
  signal: AbortSignal,
): Promise<HttpReport> {
  return withService(home, signal, async ({ address, signal: both }) => {
    const ask = async (question: string) => {
      const answer = await fetch(`${address}/v1/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
        signal: both,
      });
      const body = await answer.text();
      if (!answer.ok) throw new FaultlineError('internal', `The service refused "${question}": ${body}`);
    };
    return { answers: await latenciesOf(questions, ask), openAnswers: await latenciesOf(openQuestions, ask) };
  });
}
