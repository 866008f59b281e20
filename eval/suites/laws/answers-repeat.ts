import { canonicalJson, type Json } from '../../../kernel/index.ts';
import type { Law } from './law.ts';

const THINGS = [
  { name: 'P-101', zh: '泵', en: 'pump' },
  { name: 'K-301', zh: '压缩机', en: 'compressor' },
  { name: 'E-205', zh: '换热器', en: 'heat exchanger' },
] as const;

/** I7 on generated documents: the same question on the same state gives the same bytes of content. */
export const answersRepeat: Law = {
  name: 'answers-repeat',
  states: 'The same question on the same state gives the same answer, byte for byte.',
  trials: 60,
  slice: 6,
  perSite: 6,
  async begin(bench, random) {
    const site = await bench.open();
    const facts = THINGS.map((thing) => ({ ...thing, torque: random.integer(10, 400), days: random.integer(2, 90) }));
    for (const { name, en, zh, torque, days } of facts) {
      await site.send({
        uri: `${name}.md`,
        content: `# ${en} ${name}\n\nThe tightening torque of ${name} is ${torque} N·m.\n\n## ${zh}保养\n\n${name} 每 ${days} 天润滑一次。\n`,
      });
    }
    await site.work();
    return async (draw) => {
      const { name } = draw.pick(facts);
      const question = draw.pick([
        `What is the tightening torque of ${name}?`,
        `${name} 多久润滑一次？`,
        `${name} torque`,
        `如何拆卸 ${name}？`,
      ]);
      const first = canonicalJson((await site.ask(question)) as unknown as Json);
      const second = canonicalJson((await site.ask(question)) as unknown as Json);
      return first === second ? undefined : `"${question}" gave\n${first}\nand then\n${second}`;
    };
  },
};
