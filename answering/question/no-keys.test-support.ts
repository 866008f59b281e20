import type { KeyReader } from '../../kernel/index.ts';

/** Of a plant of which nothing is known yet. */
export const NO_KEYS: KeyReader = {
  find: async () => [],
  ofTypes: async () => [],
  get: async () => [],
  entities: async () => new Map(),
  facts: async () => [],
  passagesOf: async () => new Map(),
  about: async () => [],
  search: async () => ({ entities: [] }),
};
