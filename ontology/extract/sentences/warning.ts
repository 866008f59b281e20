import { splitSentences } from '../../normalise/split-sentences.ts';
import type { PassageReading } from '../passage-reading.ts';
import { nameAt, rowReading } from '../row-names.ts';
import { warningSignal } from '../warning-signal.ts';
import { type OpenProcedure, procedureKey, procedurePath } from './step.ts';

const EXTRACTOR = 'grammar/warning';

/**
 * A safety message: its subject, and the procedure amid whose steps it stands, HAS_HAZARD the hazards that it names; a message
 * that names none of the vocabulary is a hazard by its own first sentence. The signal word is the severity.
 */
export function readWarning(reading: PassageReading, open: OpenProcedure | undefined): void {
  const { draft, passage } = reading;
  const signal = warningSignal(passage.text);
  const start = signal?.length ?? 0;
  if (passage.text.slice(start).trim() === '') return;
  const named = reading.concepts.filter((mention) => mention.concept.kind === 'Hazard' && mention.start >= start);
  const sentence = splitSentences(passage.text.slice(start), passage.language)[0];
  const own =
    named.length > 0 || sentence === undefined ? undefined : nameAt(reading, 'Hazard', start + sentence.start, start + sentence.end);
  const hazards = own === undefined ? named.map((mention) => draft.conceptKey(mention.concept)) : [own.key];
  const procedure = open?.path === procedurePath(reading) ? procedureKey(reading, open) : undefined;
  const qualifiers =
    signal === undefined
      ? []
      : [{ name: 'severity' as const, value: { kind: 'value' as const, value: { kind: 'text' as const, text: signal.level } } }];
  for (const subject of [...reading.subjects, ...(procedure === undefined ? [] : [procedure])]) {
    for (const hazard of hazards) {
      draft.fact(rowReading(reading, [{ start: 0, end: passage.text.length }], EXTRACTOR, 0.85), subject, 'HAS_HAZARD', hazard, qualifiers);
    }
  }
}
