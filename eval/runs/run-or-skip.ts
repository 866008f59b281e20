import { codeOf, FaultlineError } from '../../kernel/index.ts';
import { skippedSuite } from '../report/make-suite-record.ts';
import type { SuiteRecord } from '../report/run-record.ts';

type Titles = Readonly<Record<string, SuiteRecord['title']>>;

/**
 * The suites that a run gives, by the names of `titles`; where what they need is not there or not as it should be, each of them as
 * skipped with the reason, so that one absent set takes no other figure with it. A fault of this program is thrown.
 */
export async function runOrSkip(
  titles: Titles,
  whyNot: string | undefined,
  run: () => Promise<readonly SuiteRecord[]>,
): Promise<readonly SuiteRecord[]> {
  const skip = (why: string) => Object.entries(titles).map(([suite, title]) => skippedSuite({ suite, title }, why));
  if (whyNot !== undefined) return skip(whyNot);
  try {
    return await run();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && error instanceof Error) return skip(`a file is not there: ${error.message}`);
    if (error instanceof FaultlineError && ABSENT.has(error.code)) return skip(error.message);
    throw error;
  }
}

const ABSENT: ReadonlySet<string> = new Set(['invalid-request', 'not-found']);
