import type { Service } from '../../../app/index.ts';
import type { Random } from '../../../datasets/index.ts';
import type { Caller } from '../../../kernel/index.ts';
import { drawQuestion, drawWords } from './draw-document.ts';

const PROBES = 4;

/** Asks two sites the same as one reader: what differs tells of documents that this reader may not read (invariant I6). */
export async function probeReader(
  sites: { readonly whole: Service; readonly alone: Service },
  caller: Caller,
  random: Random,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const compare = async (what: string, ask: (service: Service) => Promise<unknown>): Promise<void> => {
    const [whole, alone] = [JSON.stringify(await ask(sites.whole)), JSON.stringify(await ask(sites.alone))];
    if (whole === alone) return;
    let at = 0;
    while (whole[at] === alone[at]) at += 1;
    const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 100);
    faults.push(`reader of [${String(caller.labels)}]: ${what}: "${around(whole)}" where only such documents are: "${around(alone)}"`);
  };
  await compare('export', async (service) => {
    const lines: string[] = [];
    for await (const some of service.exportKnowledge(caller, undefined, signal)) lines.push(...some);
    return lines;
  });
  for (let probe = 0; probe < PROBES; probe++) {
    const [query, question] = [drawWords(random), drawQuestion(random)];
    await compare(`search "${query}"`, (service) => service.searchPassages(caller, { query, k: 10 }, signal));
    await compare(`question "${question}"`, async (service) => {
      const { content, digest } = await service.askQuestion(caller, { question }, signal);
      return { content, digest };
    });
  }
  return faults;
}
