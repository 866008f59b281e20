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

function join(kind: keyof typeof EN.labels): string {
  return `(?:${[...ZH.labels[kind], ...EN.labels[kind]].join('|')})`;
}
