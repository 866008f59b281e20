import {
  type DrawnRelation,
  foldIdentifier,
  type IdentifierMention,
  type Key,
  type Predicate,
  type Qualifier,
} from '../../kernel/index.ts';
import { type PassageReading, tagKeys } from './passage-reading.ts';

const EXTRACTOR = 'drawing/lines';

interface Said {
  readonly predicate: Predicate;
  /** The other thing is the subject. */
  readonly isInverse: boolean;
}

/**
 * A pipe or conductor without a direction is no fact: it would be told as one. How a valve stands is read of its mark where it is asked.
 * That a motor turns the machine whose tag stands with its own, and what a thing is drawn as, is read of the labels.
 */
const SAID: Readonly<Record<DrawnRelation['kind'], Said | undefined>> = {
  feeds: { predicate: 'CONNECTS_TO', isInverse: false },
  'fed-by': { predicate: 'CONNECTS_TO', isInverse: true },
  joins: undefined,
  measures: { predicate: 'MEASURES', isInverse: false },
  'measured-by': { predicate: 'MEASURES', isInverse: true },
  controls: { predicate: 'CONTROLS', isInverse: false },
  'controlled-by': { predicate: 'CONTROLS', isInverse: true },
  'in-loop': { predicate: 'MEMBER_OF_LOOP', isInverse: false },
  'state-of': undefined,
  drives: undefined,
  'driven-by': undefined,
  'drawn-as': undefined,
};

/**
 * What a drawing shows of the things that a label names, as facts: derived from its lines, or stated by its file. The evidence is the
 * tag at the end that the label prints. Over the sheets things are joined by the number of the line that goes on there.
 */
export function readDrawnRelations(reading: PassageReading): void {
  const { draft, passage, grammar } = reading;
  for (const relation of passage.structure.drawn ?? []) {
    const said = SAID[relation.kind];
    const mention = grammar.find(passage.text).find(({ identifier }) => identifier.folded === foldIdentifier(relation.own));
    if (said === undefined || mention === undefined) continue;
    const own = keysOf(reading, mention);
    const others = otherKeys(reading, relation);
    const place = {
      passage,
      start: mention.start,
      end: mention.end,
      extractor: EXTRACTOR,
      confidence: relation.confidence,
      status: relation.isStated === true ? ('stated' as const) : ('derived' as const),
    };
    const note = relation.line === undefined || relation.otherIs !== 'tag' ? [] : [lineNote(relation.line)];
    const qualifiers = said.predicate === 'CONNECTS_TO' ? note : [];
    for (const one of own)
      for (const other of others) {
        const [subject, object] = said.isInverse ? [other, one] : [one, other];
        draft.fact(place, subject, said.predicate, object, qualifiers);
      }
  }
}

function lineNote(line: string): Qualifier {
  return { name: 'note', value: { kind: 'value', value: { kind: 'text', text: line } } };
}

function keysOf(reading: PassageReading, mention: IdentifierMention): readonly Key[] {
  if (mention.identifier.kind !== 'line') return tagKeys(reading.draft, mention);
  return [reading.draft.key('Line', 'code', mention.identifier.text)].flatMap((key) => key ?? []);
}

function otherKeys(reading: PassageReading, { other, otherIs, line }: DrawnRelation): readonly Key[] {
  if (otherIs === 'loop') return [reading.draft.key('Loop', 'code', other)].flatMap((key) => key ?? []);
  const name = otherIs === 'connector' ? line : other;
  const mention = name === undefined ? undefined : reading.grammar.find(name)[0];
  return mention === undefined ? [] : keysOf(reading, mention);
}
