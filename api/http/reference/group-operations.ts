import type { ApiOperation } from './api-document.ts';
import type { ReferenceWords } from './reference-words.ts';

/** What the first part of an address is about, where several are about one matter. */
const MATTERS: Readonly<Record<string, string>> = {
  chat: 'programs',
  models: 'programs',
  embeddings: 'programs',
  mcp: 'programs',
  verify: 'texts',
  extract: 'texts',
  normalise: 'texts',
  entities: 'things',
  paths: 'things',
  facts: 'things',
  decisions: 'reviews',
  feedback: 'reviews',
  session: 'access',
  keys: 'access',
  livez: 'operation',
  readyz: 'operation',
  version: 'operation',
  metrics: 'operation',
};

export interface OperationGroup {
  readonly id: string;
  readonly title: string;
  readonly operations: readonly ApiOperation[];
}

/** Operations under headings, by the first part of their addresses; a part that has no words is its own heading. */
export function groupOperations(operations: readonly ApiOperation[], words: ReferenceWords): readonly OperationGroup[] {
  const groups = new Map<string, ApiOperation[]>();
  for (const operation of operations) {
    const part =
      operation.path
        .replace(/^\/v1\//, '')
        .replace(/^\//, '')
        .split('/')[0] ?? '';
    const matter = MATTERS[part] ?? part;
    groups.set(matter, [...(groups.get(matter) ?? []), operation]);
  }
  const titles: Readonly<Record<string, string>> = words;
  return [...groups].map(([id, of]) => ({ id, title: titles[`group.${id}`] ?? id, operations: of }));
}
