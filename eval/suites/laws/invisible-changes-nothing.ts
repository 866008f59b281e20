import { canonicalJson, type Json } from '../../../kernel/index.ts';
import type { Law } from './law.ts';
import { torqueQuestion, torqueText } from './torque-documents.ts';

/** H5: what waits to be read, or could not be read, is as if it had not come. */
export const invisibleChangesNothing: Law = {
  name: 'invisible-changes-nothing',
  states: 'A version that is not visible changes no answer.',
  trials: 40,
  slice: 6,
  perSite: 4,
  async begin(bench) {
    const site = await bench.open();
    let trial = 0;
    return async (random) => {
      trial += 1;
      const asset = `P-${600 + trial}`;
      const language = random.pick(['zh', 'en'] as const);
      const number = `MM-${trial}`;
      const uris = ['a', 'b'].map((name) => `${asset}-${name}.md`);
      for (const [place, uri] of uris.entries()) {
        const labels = random.chance(0.3) ? ['shift'] : [];
        const claims = { documentNumber: number, revision: place === 0 ? 'A' : 'B', labels };
        await site.send({ uri, content: torqueText(asset, 1000 * trial + place, language), claims });
      }
      await site.work();
      const readers = [site.caller, { ...site.caller, labels: [] }, { ...site.caller, labels: ['shift'] }];
      const questions = [torqueQuestion(asset, language), torqueQuestion(`${asset}9`, language)];
      const answers = async () => {
        const all: string[] = [];
        for (const reader of readers) {
          for (const question of questions) all.push(canonicalJson((await site.ask(question, {}, reader)) as unknown as Json));
        }
        return all;
      };
      const before = await answers();
      for (let move = 0; move < 3; move += 1) {
        const isUnreadable = random.chance(0.5);
        const claims = {
          ...(random.chance(0.7) ? { documentNumber: random.pick([number, `ZZ-${trial}`]) } : {}),
          ...(random.chance(0.5) ? { revision: 'C' } : {}),
          ...(random.chance(0.3) ? { authority: 'approved-manual' as const } : {}),
          ...(random.chance(0.5) ? { labels: random.pick([[], ['board']]) } : {}),
        };
        const content = isUnreadable ? new Uint8Array([0, 1, 2, move, trial]) : torqueText(asset, 9000 + move, language);
        const uri = random.pick([...uris, `${asset}-c.md`]);
        await site.send({ uri, content, claims });
        // What can be read waits until the next trial begins.
        if (isUnreadable && move === 0) await site.work();
        const after = await answers();
        const changed = after.findIndex((answer, place) => answer !== before[place]);
        if (changed >= 0) {
          const what = `${isUnreadable ? 'unreadable' : 'waiting'} ${uri} with ${canonicalJson(claims as unknown as Json)}`;
          return `${what} changed\n${before[changed]}\nto\n${after[changed]}`;
        }
      }
      return undefined;
    };
  },
};
