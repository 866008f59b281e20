import type { ScopeNameKind } from '../../kernel/index.ts';
import { SCOPE_WORDS as EN } from './en/scope-words.ts';
import { SCOPE_WORDS as ZH } from './zh/scope-words.ts';

/** Labels of all languages by the kind of name that they state, each as the source of one pattern on folded text. */
export const SCOPE_LABELS: readonly (readonly [ScopeNameKind, string])[] = [
  ['serial-range', join('serialRange')],
  ['version', join('version')],
  ['variant', join('variant')],
  ['model', join('model')],
  ['product', join('product')],
];

export const CONTAINER_WORDS: ReadonlySet<string> = new Set([...ZH.containers, ...EN.containers]);
export const VERSION_WORDS: string = `(?:${[...ZH.versionWords, ...EN.versionWords].join('|')})`;

const APPLIES = [ZH.applies, EN.applies];

/** Openings behind which a document says what it holds for, as the sources of patterns on folded text. */
export const APPLIES_OWN: string = `(?:${APPLIES.flatMap(({ own }) => own).join('|')})`;
export const APPLIES_BARE: string = `(?:${APPLIES.flatMap(({ bare }) => bare).join('|')})`;
/** What ends such a list. Words of letters count whole, a run of Chinese has no bounds. */
export const ELSEWHERE: string = `(?:${ZH.applies.elsewhere.join('|')}|\\b(?:${EN.applies.elsewhere.join('|')})\\b)`;
export const BETWEEN_NAMES: string = `(?:${APPLIES.flatMap(({ between }) => between).join('|')})`;
export const UP_TO: string = `(?:${APPLIES.flatMap(({ upTo }) => upTo).join('|')})`;

function join(kind: keyof typeof EN.labels): string {
  return `(?:${[...ZH.labels[kind], ...EN.labels[kind]].join('|')})`;
}
