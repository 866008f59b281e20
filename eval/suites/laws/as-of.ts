import { type Caller, canonicalJson, type Json } from '../../../kernel/index.ts';
import type { Law } from './law.ts';
import { torqueQuestion, torqueText } from './torque-documents.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const REVISIONS = ['A', 'B', 'C', 'D'] as const;

/** H6: what is valid follows from the date that is read as of, whether that is now or asked for. */
export const asOfLaw: Law = {
  name: 'as-of',
  states: 'A revision answers from its effective date on and not before, today or as of the day asked for.',
  trials: 60,
  slice: 5,
  perSite: 5,
  async begin(bench) {
    const site = await bench.open({ now: START });
    let trial = 0;
    return async (random) => {
      trial += 1;
      const asset = `P-${700 + trial}`;
      const language = random.pick(['zh', 'en'] as const);
      const question = torqueQuestion(asset, language);
      const days = [...new Set(REVISIONS.map(() => random.integer(-40, 40)))].sort((a, b) => a - b);
      const revisions = days.map((day, place) => ({
        label: REVISIONS[place] ?? 'E',
        effective: START + day * DAY,
        value: 1000 * trial + place,
      }));
      const isOneDocument = random.chance(0.5);
      for (const { label: revision, effective, value } of random.shuffle(revisions)) {
        const uri = isOneDocument ? `${asset}.md` : `${asset}-${revision}.md`;
        await site.send({
          uri,
          content: torqueText(asset, value, language),
          claims: { documentNumber: `OM-${trial}`, revision, effective },
        });
      }
      await site.work();
      for (let look = 0; look < 4; look += 1) {
        const at = START + random.integer(-50, 50) * DAY;
        const valid = revisions.findLast(({ effective }) => effective <= at);
        const reader: Caller = { ...site.caller, asOf: at };
        const asked = canonicalJson((await site.ask(question, {}, reader)) as unknown as Json);
        site.setTime(at + random.integer(0, DAY - 1));
        const now = canonicalJson((await site.ask(question)) as unknown as Json);
        site.setTime(START);
        const when = `as of ${new Date(at).toISOString()}, revisions ${canonicalJson(revisions as unknown as Json)}, "${question}"`;
        if (asked !== now) return `${when}: asked for\n${asked}\non the day\n${now}`;
        const wrong = revisions.filter((one) => one !== valid && asked.includes(`${one.value} N·m`));
        const isSaid = valid === undefined || asked.includes(`${valid.value} N·m`);
        if (wrong.some(({ effective }) => effective > at) || !isSaid) return `${when}: ${asked}`;
      }
      return undefined;
    };
  },
};
