import type { IdentifierKind, KeyClass, NodeKind } from '../../kernel/index.ts';
import { type PassageReading, tagKeys } from './passage-reading.ts';

/** What a code in running text names. */
const NAMED_BY: Readonly<Record<Exclude<IdentifierKind, 'tag'>, readonly [NodeKind, KeyClass]>> = {
  part: ['Part', 'part-number'],
  serial: ['Asset', 'serial'],
  alarm: ['AlarmCode', 'code'],
  document: ['Document', 'code'],
  line: ['Line', 'code'],
  order: ['WorkOrder', 'code'],
};

/** Marks where a passage names tags, other codes and terms of the vocabulary, so that each thing knows its places. */
export function useMentions(reading: PassageReading): void {
  const { draft, passage } = reading;
  for (const mention of reading.identifiers) {
    const { kind, text } = mention.identifier;
    if (kind === 'tag') {
      for (const tag of tagKeys(draft, mention)) draft.use(tag, passage, mention.start, mention.end);
      continue;
    }
    const [type, keyClass] = NAMED_BY[kind];
    if (kind === 'alarm' && !/\p{L}/u.test(text)) continue;
    const key = draft.key(type, keyClass, text);
    if (key !== undefined) draft.use(key, passage, mention.start, mention.end);
  }
  for (const mention of reading.concepts) draft.use(draft.conceptKey(mention.concept), passage, mention.start, mention.end);
}
