import { expect, it } from 'vitest';
import { ACCESS, evidenceOf } from '../compose/plant.test-support.ts';
import { understandRequest } from '../understand-request.ts';
import { isScattered } from './is-scattered.ts';

it.each([
  ['How often is the air filter changed?', ['Filter', 'Poor air in the cab'], true],
  ['How often is the air filter changed?', ['Air filter', 'Poor air in the cab'], false],
  ['How often is the air filter changed?', ['Fuel line', 'No fuel'], false],
  ['How often is the air filter changed?', ['Filter', 'Damage of the air filter'], true],
  ['空气滤清器多久更换？', ['空气滤清器', '驾驶室空气差'], false],
  ['空气滤清器多久更换？', ['滤网', '空气滤清器损坏'], true],
])('a row is about what a cell of it names, not about words of several: %s %s', async (text, [component = '', effect = ''], expected) => {
  const plant = evidenceOf([
    {
      title: 'Loom',
      lines: [
        {
          kind: 'table-row',
          headings: ['Analysis'],
          row: [
            ['Component', 'component', component],
            ['Effect', 'effect', effect],
          ],
        },
      ],
    },
  ]);
  const { question } = await understandRequest(plant, ACCESS, { question: text }, 0);
  const query = { text: component, keys: [], identifiers: [], expansions: [], parts: [{ where: { kinds: ['table-row' as const] }, n: 1 }] };
  const [found] = (await plant.find(ACCESS, query, new AbortController().signal)).parts[0] ?? [];
  if (found === undefined) throw new Error('a row was written');
  const block = { hit: found.stored, rank: 1, score: found.score, passages: [found.stored], before: [], behind: [] } as const;
  expect(isScattered(question, block)).toBe(expected);
});
