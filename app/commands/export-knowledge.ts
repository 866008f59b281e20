import type { Application } from '../application.ts';

/** Sorted JSON lines of all knowledge: equal knowledge gives equal bytes, whatever the order in which it came. */
export function exportKnowledge(application: Application): AsyncIterable<string> {
  return application.ledger.exportCanonical();
}
