import { findConcepts } from './find-concepts.ts';

/** What the vocabularies know of each word of a text, by place: the kind of the concept that it names or goes on to name. */
export function wordMarks(words: readonly string[]): string[][] {
  const concepts = findConcepts(words.join(' '));
  let start = 0;
  return words.map((word) => {
    const end = start + word.length;
    const marks = concepts
      .filter((found) => start >= found.start && end <= found.end)
      .map((found) => `${start === found.start ? 'B' : 'I'}${found.concept.kind}`);
    start = end + 1;
    return marks;
  });
}

/** The concepts of the vocabularies that a phrase names, and their kinds. */
export function phraseMarks(phrase: string): string[] {
  return findConcepts(phrase).flatMap(({ concept }) => [concept.kind, concept.id]);
}
