import type { Caller } from '../../kernel/index.ts';
import type { Application } from '../application.ts';

const LINES_AN_ITEM = 200;

/** Sorted JSON lines of all knowledge, some at a time: equal knowledge gives equal bytes, whatever the order in which it came. */
export async function* exportKnowledge(
  { ledger }: Application,
  _: Caller,
  __: undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  let lines: string[] = [];
  for await (const line of ledger.exportCanonical()) {
    if (lines.push(line) < LINES_AN_ITEM) continue;
    signal.throwIfAborted();
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}
