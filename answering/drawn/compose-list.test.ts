import { describe, expect, it } from 'vitest';
import type { Evidence } from '../dependencies.ts';
import { composeList } from './compose-list.ts';
import { ACCESS, sheetsOf, type TestSheet } from './sheets.test-support.ts';

const SUCTION: TestSheet = [
  ['TK-1', 'feeds', 'HV-1', '6"-CW-1-A1'],
  ['HV-1', 'feeds', 'P-101A', '6"-CW-1-A1'],
  ['FT-5', 'measures', '6"-CW-1-A1'],
];
const BEYOND: TestSheet = [['E-201', 'feeds', 'HV-9', '4"-CW-3-A1']];
const PIPES_ALONE: TestSheet = [['TK-7', 'feeds', 'P-7', '6"-CW-7-A1']];
const MANY: TestSheet = Array.from({ length: 61 }, (_, at) => [`TK-${at + 300}`, 'feeds', `HV-${at + 300}`, '6"-CW-9-A1']);

async function compose(text: string, sheets: readonly TestSheet[]) {
  const plant = sheetsOf(...sheets);
  const composition = await composeList(plant.evidence as Evidence, ACCESS, await plant.ask(text));
  if (composition?.kind === 'clarify') return { candidates: composition.candidates.map(({ text: name }) => name) };
  return composition?.kind === 'answer' ? composition.claims.map((claim) => claim.text) : undefined;
}

describe('a list of what drawings show', () => {
  it.each([
    ['Which instruments are there?', ['FT-5']],
    ['List the valves', ['HV-1', 'HV-9']],
    ['有哪些阀门？', ['HV-1', 'HV-9']],
    ['Which valves are shown on the P&ID?', ['HV-1', 'HV-9']],
    ['流程图上有哪些仪表？', ['FT-5']],
    ['图上画了哪些设备？', ['TK-1', 'P-101A', 'E-201']],
  ])('is of all sheets where none is named: %s', async (text, tags) => {
    expect(await compose(text, [SUCTION, BEYOND])).toEqual(tags);
  });

  it('asks on which of several sheets, where together they show too much, and names those that show such things', async () => {
    expect(await compose('Which valves are there?', [MANY, BEYOND, PIPES_ALONE])).toEqual({ candidates: ['sheet 1', 'sheet 2'] });
  });

  it.each([
    ['Which valves have to be greased?'],
    ['哪些阀门每月要加油？'],
    ['Which instruments are in loop F-5?'],
    ['Which valves are there at 16 bar?'],
  ])('is none where more is asked of the things, or another thing is: %s', async (text) => {
    expect(await compose(text, [SUCTION, BEYOND])).toBeUndefined();
  });

  it('is none where nothing of the kind is drawn', async () => {
    expect(await compose('List the motors', [SUCTION])).toBeUndefined();
  });
});
