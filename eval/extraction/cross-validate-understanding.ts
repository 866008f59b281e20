import {
  type ClassedPhrase,
  fitPhrases,
  fitRelations,
  fitTagger,
  phraseClassifier,
  type RelatedText,
  spanRelater,
  type TaggedSpan,
  type TaggedText,
  wordTagger,
} from '../../models/index.ts';
import { phraseMarks, wordMarks } from '../../ontology/index.ts';
import { balanceOf } from './balance-of.ts';
import { foldOf } from './fold-of.ts';
import type { FoldScore } from './fold-score.ts';

const nameOf = ({ start, end, type }: TaggedSpan): string => `${start}-${end} ${type}`;

/** Entities of the five classes and their relations on texts of MaintIE that were not learnt from; exact place and type. */
export function crossValidateThings(texts: readonly RelatedText[], folds: number, signal: AbortSignal): FoldScore[] {
  const figures = splits(texts, ({ words }) => words, folds).map(({ learnt, held }) => {
    signal.throwIfAborted();
    const tag = wordTagger(fitTagger(learnt, wordMarks), wordMarks);
    const relate = spanRelater(fitRelations(learnt));
    const rows = held.map(({ words, spans, relations }) => {
      const found = tag(words);
      const named = (related: readonly { readonly head: TaggedSpan; readonly tail: TaggedSpan; readonly type: string }[]) =>
        related.map(({ head, tail, type }) => `${nameOf(head)} ${type} ${nameOf(tail)}`);
      const marked = relations.flatMap(({ head, tail, type }) => {
        const [one, other] = [spans[head], spans[tail]];
        return one === undefined || other === undefined ? [] : named([{ head: one, tail: other, type }]);
      });
      return {
        things: { found: found.map(nameOf), marked: spans.map(nameOf) },
        whole: { found: named(relate(words, found)), marked },
        given: { found: named(relate(words, spans)), marked },
      };
    });
    return {
      things: balanceOf(rows.map(({ things }) => things)),
      whole: balanceOf(rows.map(({ whole }) => whole)),
      given: balanceOf(rows.map(({ given }) => given)),
    };
  });
  const common = { parts: `${folds} by hash of the text`, texts: texts.length, measure: 'F1' };
  return [
    { ...common, task: 'MaintIE: entities, five classes', figures: figures.map(({ things }) => things) },
    { ...common, task: 'MaintIE: relations of found entities', figures: figures.map(({ whole }) => whole) },
    { ...common, task: 'MaintIE: relations of given entities', figures: figures.map(({ given }) => given) },
  ];
}

/** Entities of MWO2KG on texts that were not learnt from; exact place and type. */
export function crossValidateRoles(texts: readonly TaggedText[], folds: number, signal: AbortSignal): FoldScore {
  const figures = splits(texts, ({ words }) => words, folds).map(({ learnt, held }) => {
    signal.throwIfAborted();
    const tag = wordTagger(fitTagger(learnt, wordMarks), wordMarks);
    return balanceOf(held.map(({ words, spans }) => ({ found: tag(words).map(nameOf), marked: spans.map(nameOf) })));
  });
  return { task: 'MWO2KG: entities', measure: 'F1', parts: `${folds} by hash of the text`, texts: texts.length, figures };
}

/** Failure modes of phrases that were not learnt from. */
export function crossValidateFailureModes(phrases: readonly ClassedPhrase[], folds: number, signal: AbortSignal): FoldScore {
  const figures = splits(phrases, ({ phrase }) => [phrase], folds).map(({ learnt, held }) => {
    signal.throwIfAborted();
    const classOf = phraseClassifier(fitPhrases(learnt, phraseMarks), phraseMarks);
    return held.filter(({ phrase, label }) => classOf(phrase).label === label).length / held.length;
  });
  return { task: 'MWO2KG: failure modes', measure: 'accuracy', parts: `${folds} by hash of the text`, texts: phrases.length, figures };
}

function splits<Text>(
  texts: readonly Text[],
  wordsOf: (text: Text) => readonly string[],
  folds: number,
): { learnt: Text[]; held: Text[] }[] {
  return Array.from({ length: folds }, (_, fold) => ({
    learnt: texts.filter((text) => foldOf(wordsOf(text), folds) !== fold),
    held: texts.filter((text) => foldOf(wordsOf(text), folds) === fold),
  }));
}
