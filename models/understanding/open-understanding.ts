import { readNamedModel } from '../learning/named-model.ts';
import { type PhraseClass, phraseClassifier } from '../phrases/class-phrases.ts';
import type { PhraseMarks } from '../phrases/fit-phrases.ts';
import { readDataFile } from '../read-data-file.ts';
import { type FoundRelation, spanRelater } from '../relations/relate-spans.ts';
import type { WordMarks } from '../tagger/fit-tagger.ts';
import { type FoundSpan, wordTagger } from '../tagger/tag-words.ts';
import type { TaggedSpan } from '../tagger/tagged-text.ts';
import { UNDERSTANDING_FILES } from './understanding-files.ts';

/** What was learnt of short texts of maintenance, in English; confidences are from 0 to 1. */
export interface Understanding {
  /** Physical objects, activities, states, processes and properties (MaintIE), with the head of a compound as one of its own. */
  things(words: readonly string[]): FoundSpan[];
  /** How those are related. */
  relations(words: readonly string[], things: readonly TaggedSpan[]): FoundRelation[];
  /** Items, activities, observations, locations, agents, consumables and others (MWO2KG). */
  roles(words: readonly string[]): FoundSpan[];
  /** The failure mode that words of an observation say. */
  failureMode(phrase: string): PhraseClass;
}

/** The models that come with Faultline (see NOTICE), each read when it is first used; marks are what vocabularies know. */
export function openUnderstanding(marks: { readonly ofWords: WordMarks; readonly ofPhrase: PhraseMarks }): Understanding {
  const { things, relations, roles, failureModes } = UNDERSTANDING_FILES;
  return {
    things: once(() => {
      const { names, weights } = readNamedModel(things, readDataFile(things));
      return wordTagger({ types: names, weights }, marks.ofWords);
    }),
    relations: once(() => {
      const { names, weights } = readNamedModel(relations, readDataFile(relations));
      return spanRelater({ types: names, weights });
    }),
    roles: once(() => {
      const { names, weights } = readNamedModel(roles, readDataFile(roles));
      return wordTagger({ types: names, weights }, marks.ofWords);
    }),
    failureMode: once(() => {
      const { names, weights } = readNamedModel(failureModes, readDataFile(failureModes));
      return phraseClassifier({ labels: names, weights }, marks.ofPhrase);
    }),
  };
}

function once<Arguments extends readonly unknown[], Result>(
  open: () => (...values: Arguments) => Result,
): (...values: Arguments) => Result {
  let opened: ((...values: Arguments) => Result) | undefined;
  return (...values) => {
    opened ??= open();
    return opened(...values);
  };
}
