import type { Caller } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerScope } from '../reader-access.ts';

const LINES_AN_ITEM = 200;

/**
 * Sorted JSON lines of all knowledge that the caller may read, some at a time: equal knowledge gives equal bytes, whatever the
 * order in which it came and whatever else is there.
 */
export async function* exportKnowledge(
  application: Application,
  caller: Caller,
  _: undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  noteAudit(application, caller, 'knowledge-exported', 'canonical', {});
  let lines: string[] = [];
  for await (const line of application.ledger.exportCanonical(await readerScope(application, caller))) {
    if (lines.push(line) < LINES_AN_ITEM) continue;
    signal.throwIfAborted();
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}
