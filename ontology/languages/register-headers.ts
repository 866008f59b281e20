import type { ScopeNameKind } from '../../kernel/index.ts';

/** Columns of a register of documents. */
export type RegisterColumn =
  | 'name'
  | 'title'
  | 'documentNumber'
  | 'revision'
  | 'effective'
  | 'authority'
  | 'labels'
  | 'site'
  | ScopeNameKind;

/** Headers as they are folded: lower case, no spaces or signs; the first is the one that is said. */
export type RegisterHeaders = Readonly<Record<RegisterColumn, readonly [string, ...string[]]>>;
