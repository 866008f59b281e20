import type { Citation } from '../contract.ts';
import type { Speak } from '../languages/speak.ts';
import { describePlace } from './describe-place.ts';

/** Document, revision and place of a citation on one line. */
export function describeSource(words: Speak, { title, documentNumber, revision, section, anchors }: Citation): string {
  return [
    title,
    ...(documentNumber === undefined || documentNumber === title ? [] : [documentNumber]),
    ...(revision === undefined ? [] : [words('source.revision', { revision })]),
    describePlace(words, anchors, section),
  ].join(' · ');
}
