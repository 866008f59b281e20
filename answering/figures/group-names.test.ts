import { describe, expect, it } from 'vitest';
import type { Field, Value } from '../../kernel/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestRow } from '../compose/plant.test-support.ts';

const text = (words: string): Value => ({ kind: 'text', text: words });
const order = (asset: string, name: string, named: Field): TestRow => ({
  kind: 'work-order',
  columns: { date: { kind: 'date', text: '2024-01-01', time: 0, precision: 'day' }, asset: text(asset), [named]: text(name) },
});

async function told(rows: readonly TestRow[], question: string): Promise<string | undefined> {
  return (await answerQuestion(evidenceOf([], rows), ACCESS, { question }, new AbortController().signal)).content.claims[0]?.text;
}

describe('groups that go by a code', () => {
  it('are told with the name that a second column gives them', async () => {
    const rows = [
      order('E1', 'Packer', 'x:equipment_name'),
      order('E1', 'Packer', 'x:equipment_name'),
      order('E2', 'Kiln', 'x:equipment_name'),
    ];
    expect(await told(rows, 'Which asset has the most work orders?')).toContain('E1 (Packer): 2');
    const chinese = [order('E1', '包装机', 'x:设备名称'), order('E1', '包装机', 'x:设备名称'), order('E2', '回转窑', 'x:设备名称')];
    expect(await told(chinese, '哪台设备的工单最多？')).toContain('E1 (包装机)');
  });

  it('are told by their code alone where a group has several names', async () => {
    const rows = [
      order('E1', 'Packer', 'x:equipment_name'),
      order('E1', 'Old packer', 'x:equipment_name'),
      order('E2', 'Kiln', 'x:equipment_name'),
    ];
    expect(await told(rows, 'Which asset has the most work orders?')).toContain('E1: 2');
  });
});
