import type { ScopeName } from '../../kernel/index.ts';
import { applicableNames } from '../../ontology/index.ts';
import type { HeadText } from './title-block-texts.ts';

/** Texts at the head of a document in which it says what it holds for, a section on its scope included. */
const MOST_TEXTS = 40;

/** Names that the head of a document says it holds for (`Applies to compressors KC-301 and KC-302.`), in prose, in order. */
export function readApplicableNames(texts: readonly HeadText[]): readonly ScopeName[] {
  const head = texts.slice(0, MOST_TEXTS);
  const titled = head.findIndex(({ kind }) => kind === 'heading');
  const section = head.findIndex(({ kind }, at) => kind === 'heading' && at > titled);
  return head.flatMap(({ kind, text }, at) =>
    kind === 'paragraph' ? applicableNames(text, 'cover', section < 0 ? at < 2 : at < section) : [],
  );
}
