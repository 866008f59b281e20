import type { RankablePassage } from '../../kernel/index.ts';
import type { Scope } from '../search-index.ts';

/** Whether a passage lies within a scope: the same rule as the index applies, for legs that do not ask the index. */
export function isInScope(passage: RankablePassage, where: Scope): boolean {
  return (
    where.versions?.includes(passage.versionId) !== false &&
    where.documents?.includes(passage.documentId) !== false &&
    where.languages?.includes(passage.language) !== false &&
    where.kinds?.includes(passage.kind) !== false &&
    where.scopeKeys?.some((key) => passage.scope.includes(key)) !== false
  );
}
