import type { TagGrammar } from '../../kernel/index.ts';
import { type FormChooser, fitNormaliser, formChooser, ruledForms, type TextWord, type WordPair } from '../../models/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { foldOf } from './fold-of.ts';
import type { FoldScore } from './fold-score.ts';
import type { NormalisedSample } from './read-word-pairs.ts';

const TASK = 'MaintNorm: forms of words';

interface Split {
  readonly learnt: readonly (readonly WordPair[])[];
  readonly held: readonly (readonly WordPair[])[];
}

/**
 * The share of words not in their form as written that the normaliser mends, those that it spoils subtracted, on texts it has not
 * learnt from: parts by hash of the text, and each company by what the others wrote.
 */
export function crossValidateNormaliser(
  samples: readonly NormalisedSample[],
  folds: number,
  onProgress: (text: string) => void,
  signal: AbortSignal,
): FoldScore[] {
  const grammar = siteGrammar([]);
  const companies = [...new Set(samples.map(({ company }) => company))];
  const byText = partition(samples, folds, ({ words }) =>
    foldOf(
      words.map(({ raw }) => raw),
      folds,
    ),
  );
  const byCompany = partition(samples, companies.length, ({ company }) => company);
  return [
    { parts: `${folds} by hash of the text`, splits: byText },
    { parts: 'each company by the others', splits: byCompany },
  ].flatMap(({ parts, splits }) => {
    const reductions: { exact: number; anyCase: number }[] = [];
    for (const { learnt, held } of splits) {
      signal.throwIfAborted();
      reductions.push(errorReduction(formChooser(fitNormaliser(learnt)), held, grammar));
      onProgress(`${TASK}, ${parts}: ${reductions.at(-1)?.exact.toFixed(3)}`);
    }
    const common = { task: TASK, parts, texts: samples.length };
    return [
      { ...common, measure: 'error reduction', figures: reductions.map(({ exact }) => exact) },
      { ...common, measure: 'error reduction, case aside', figures: reductions.map(({ anyCase }) => anyCase) },
    ];
  });
}

function partition(samples: readonly NormalisedSample[], parts: number, partOf: (sample: NormalisedSample) => number): Split[] {
  return Array.from({ length: parts }, (_, part) => ({
    learnt: samples.filter((sample) => partOf(sample) !== part).map(({ words }) => words),
    held: samples.filter((sample) => partOf(sample) === part).map(({ words }) => words),
  }));
}

/** How many of the words that are not in their form as written are mended, less those that are spoilt; at most 1. */
export function errorReduction(
  choose: FormChooser,
  texts: readonly (readonly WordPair[])[],
  grammar: TagGrammar,
): { exact: number; anyCase: number } {
  const count = { words: 0, written: 0, given: 0, writtenAnyCase: 0, givenAnyCase: 0 };
  for (const text of texts) {
    const words = wordsOf(text);
    const written = words.map(({ raw }) => raw);
    const chosen = choose(written, ruledForms(written.join(' '), words, grammar));
    text.forEach(({ raw, form }, at) => {
      const given = chosen[at]?.form ?? '';
      count.words += 1;
      count.written += raw === form ? 1 : 0;
      count.given += given === form ? 1 : 0;
      count.writtenAnyCase += raw.toLowerCase() === form.toLowerCase() ? 1 : 0;
      count.givenAnyCase += given.toLowerCase() === form.toLowerCase() ? 1 : 0;
    });
  }
  return {
    exact: (count.given - count.written) / (count.words - count.written),
    anyCase: (count.givenAnyCase - count.writtenAnyCase) / (count.words - count.writtenAnyCase),
  };
}

/** The words of a text as they stand in it with a blank between each. */
function wordsOf(text: readonly WordPair[]): TextWord[] {
  let start = 0;
  return text.map(({ raw }) => {
    const word = { raw, start, end: start + raw.length };
    start = word.end + 1;
    return word;
  });
}
