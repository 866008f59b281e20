import { expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { ACCESS } from '../compose/plant.test-support.ts';
import { analyseQuestion } from './analyse-question.ts';
import { askedSides } from './asked-sides.ts';
import { NO_KEYS } from './no-keys.test-support.ts';

const sides = async (text: string) =>
  askedSides(await analyseQuestion(text, { keys: NO_KEYS, access: ACCESS, grammar: siteGrammar([]), now: 0 }))?.map(
    ({ name, question }) => [name, question],
  );

it.each([
  ['Loom rules: what is the difference between warp mode and weft mode?', 'warp mode', 'weft mode', 'Loom rules:'],
  ['What is the difference in reed width between the Minor and the Major?', 'the Minor', 'the Major', 'reed width'],
  ['How does the Minor differ from the Major?', 'the Minor', 'the Major', ''],
  ['Is alarm 96 the same as 97?', 'alarm 96', 'alarm 97', ''],
  ['Loom: warp mode vs weft mode?', 'warp mode', 'weft mode', 'Loom:'],
  ['织机的经纱模式和纬纱模式有什么区别？', '经纱模式', '纬纱模式', ''],
  ['织机驱动：主站编号与从站编号有何不同？', '主站编号', '从站编号', '织机驱动'],
])('parts what a question compares: %s', async (text, one, other, shared) => {
  const [first, second] = (await sides(text)) ?? [];
  expect([first?.[0], second?.[0]]).toEqual([one, other].map((name) => expect.stringContaining(name)));
  for (const side of [first, second]) expect(side?.[1]).toContain(shared);
  expect(first?.[1]).not.toContain(other);
  expect(second?.[1]).not.toContain(one);
});

it.each(['What is the rated flow of the pump and the fan?', '泵和风机的额定流量是多少？', 'How do I change the filter?'])(
  'sees no sides where nothing is compared: %s',
  async (text) => {
    expect(await sides(text)).toBeUndefined();
  },
);
