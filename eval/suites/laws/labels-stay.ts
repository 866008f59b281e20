import { deleteVersion } from '../../../app/index.ts';
import { type Caller, canonicalJson, type Json, type VersionRow } from '../../../kernel/index.ts';
import type { Law } from './law.ts';
import { torqueQuestion, torqueText } from './torque-documents.ts';

const NEVER = new AbortController().signal;
const LABELS = ['board', 'shift'] as const;

interface Sent {
  readonly version: VersionRow;
  readonly labels: readonly string[];
  readonly value: number;
  readonly isRead: boolean;
}

/** H4: who reads a document follows from the labels of what is visible of it, whatever comes, fails or goes. */
export const labelsStay: Law = {
  name: 'labels-stay',
  states: 'A document is read by who holds the labels of its newest visible version; nothing that waits, fails or goes widens that.',
  trials: 40,
  slice: 12,
  perSite: 4,
  async begin(bench) {
    const site = await bench.open();
    let trial = 0;
    return async (random) => {
      trial += 1;
      const asset = `K-${300 + trial}`;
      const language = random.pick(['zh', 'en'] as const);
      const question = torqueQuestion(asset, language);
      const told: string[] = [];
      let sent: Sent[] = [];
      const labelsNow = () => (sent.findLast(({ isRead }) => isRead) ?? sent[0])?.labels ?? [];
      for (let move = 0; move < 6; move += 1) {
        const gone = sent.length > 0 && random.chance(0.3) ? random.pick(sent) : undefined;
        if (gone !== undefined) {
          told.push(`delete version ${gone.version.sequence}`);
          await deleteVersion(site.application, site.caller, { document: gone.version.documentId, version: gone.version.id }, NEVER);
          sent = sent.filter((one) => one !== gone);
        } else {
          const given = random.chance(0.5) ? LABELS.filter(() => random.chance(0.5)) : undefined;
          const isRead = random.chance(0.7);
          const value = 1000 * trial + move;
          const content = isRead ? torqueText(asset, value, language) : new Uint8Array([0, 1, 2, 3, move, trial]);
          const version = await site.send({ uri: `${asset}.md`, content, ...(given === undefined ? {} : { claims: { labels: given } }) });
          sent.push({ version, labels: given ?? labelsNow(), value, isRead });
          told.push(`send ${isRead ? value : 'what cannot be read'} with ${given === undefined ? 'no labels said' : `[${given}]`}`);
          await site.work();
        }
        const labels = labelsNow();
        const valid = sent.findLast(({ isRead }) => isRead);
        for (const held of [[], ['shift'], [...LABELS]]) {
          const reader: Caller = { ...site.caller, labels: held };
          const answer = canonicalJson((await site.ask(question, {}, reader)) as unknown as Json);
          const mayRead = labels.every((label) => held.includes(label));
          const said = valid !== undefined && answer.includes(`${valid.value} N·m`);
          const leak = !mayRead && sent.some(({ value }) => answer.includes(`${value} N·m`));
          if (leak || said !== (mayRead && valid !== undefined)) return `${told.join('; ')}: a reader with [${held}] got ${answer}`;
        }
      }
      return undefined;
    };
  },
};
