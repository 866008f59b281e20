import { expect, it } from 'vitest';
import type { Access, TenantId } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import { NO_KEYS } from '../question/no-keys.test-support.ts';
import { checkPremises } from './check-premises.ts';
import type { Gathered } from './gather-evidence.ts';

const ACCESS: Access = { tenant: 'plant' as TenantId, grants: [], hidden: [] };

/** How often all units were held against a question. */
async function timesHeld(text: string): Promise<number> {
  const grammar = siteGrammar([]);
  const question = await analyseQuestion(text, { keys: NO_KEYS, access: ACCESS, grammar, now: 0 });
  let held = 0;
  const gathered: Gathered = {
    hits: [],
    ranked: [],
    events: [],
    get units() {
      held += 1;
      return [];
    },
    equipment: { isAsset: () => false, isTag: () => false, codesOf: () => new Set(), names: () => false },
    named: [],
    askedKinds: [],
    unspoken: new Set(),
    degraded: [],
  };
  checkPremises(question, gathered, { isNear: () => false, closeness: () => 0, between: () => 0 });
  return held;
}

it('holds the documents against a clause once for each kind of value, however many values it says', async () => {
  const one = await timesHeld('泵的额定压力是 6 bar 的压力 pump pressure');
  expect(one).toBeGreaterThan(1);
  expect(await timesHeld(`泵的额定压力是 ${'6 bar '.repeat(100)} 的压力 pump pressure`)).toBe(one);
  expect(await timesHeld('P-101A-'.repeat(140))).toBe(await timesHeld('P-101A-'.repeat(20)));
});
