import type { estypes } from '@elastic/elasticsearch';
import type { Access } from '../../../kernel/index.ts';
import type { Scope } from '../../search-index.ts';

const FIELDS = [
  ['versions', 'versionId'],
  ['documents', 'documentId'],
  ['languages', 'language'],
  ['kinds', 'kind'],
  ['scopeKeys', 'scope'],
] as const;

/** Passages that access and scope let through, of runs that are seen; field names are fixed, values stand in lists of values. */
export function readableFilter(access: Access, where: Scope, excluded: readonly string[]): estypes.QueryDslBoolQuery {
  const asked = FIELDS.flatMap(([list, field]) => {
    const values = where[list];
    return values === undefined ? [] : [{ terms: { [field]: [...values] } }];
  });
  return {
    filter: [{ term: { type: 'passage' } }, { terms: { labelSet: [...access.grants] } }, ...asked],
    must_not: [{ terms: { versionId: [...access.hidden] } }, { terms: { run: [...excluded] } }],
  };
}
