import { fold, maskSpans } from '../../kernel/index.ts';
import { findConcepts, wordingPattern } from '../../ontology/index.ts';
import { thingsIn } from './things-in.ts';

const ASKED = wordingPattern('isolation');
const TITLE = wordingPattern('isolationSection');

/** Whether a question is about isolating, in whatever form of the verb; a thing that is called after it (isolation valve, 隔离液) is no isolating. */
export function asksToIsolate(text: string): boolean {
  return ASKED.test(withoutThings(text)) || namesIsolating(text);
}

/** Whether a title or lead-in names isolating as what is told below it. */
export function tellsToIsolate(title: string): boolean {
  return TITLE.test(withoutThings(title)) || namesIsolating(title);
}

/** An activity of the vocabulary that is called isolating: `Locking out` is `lock out` there. */
function namesIsolating(text: string): boolean {
  return findConcepts(text).some(({ concept: { kind, en } }) => kind === 'Activity' && TITLE.test(fold(en[0] ?? '')));
}

function withoutThings(text: string): string {
  return fold(maskSpans(text, thingsIn(text)));
}
