import { expect, it } from 'vitest';
import { CAUSAL_PATTERNS } from './causal-patterns.ts';

it('bounds each run of blanks, since a clause may end at any of them and a passage may hold hundreds', () => {
  for (const { expression } of CAUSAL_PATTERNS) expect(expression.source).not.toMatch(/\\s[*+]/);
});
