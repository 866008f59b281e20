import { readScopeNames, type ScopeName, type ScopeNameKind } from '../kernel/index.ts';

/** What a form or a command line says that documents are about, each a list of names. */
export interface ScopeFields {
  readonly product?: string;
  readonly model?: string;
  readonly variant?: string;
  readonly productVersion?: string;
  readonly serialRange?: string;
}

const KINDS: Readonly<Record<keyof ScopeFields, ScopeNameKind>> = {
  product: 'product',
  model: 'model',
  variant: 'variant',
  productVersion: 'version',
  serialRange: 'serial-range',
};

/** As claims of the sender, none where nothing is said. @throws FaultlineError `invalid-request`. */
export function sentScopeNames(fields: ScopeFields): { readonly scopeNames?: readonly ScopeName[] } {
  const names = (Object.keys(KINDS) as (keyof ScopeFields)[]).flatMap((field) =>
    readScopeNames(KINDS[field], fields[field] ?? '', 'sender'),
  );
  return names.length === 0 ? {} : { scopeNames: names };
}
