import { describe, expect, it } from 'vitest';
import type { Evidence } from '../dependencies.ts';
import { askedValveState } from '../question/asked-valve-state.ts';
import { checkDrawn } from './check-drawn.ts';
import { composeValveStates } from './compose-valve-states.ts';
import { ACCESS, sheetsOf, type TestSheet } from './sheets.test-support.ts';

const PUMP: TestSheet = [
  ['HV-1', 'feeds', 'P-101A'],
  ['P-101A', 'feeds', 'HV-2'],
  ['HV-3', 'feeds', 'P-101A'],
  ['NO', 'state-of', 'HV-1'],
  ['NC', 'state-of', 'HV-3'],
];
const COOLER: TestSheet = [
  ['HV-8', 'feeds', 'E-201'],
  ['锁闭', 'state-of', 'HV-8'],
];

async function compose(text: string, sheets: readonly TestSheet[] = [PUMP, COOLER]) {
  const plant = sheetsOf(...sheets);
  const question = await plant.ask(text);
  const asked = askedValveState(question);
  if (asked === undefined) return 'not asked';
  const composition = await composeValveStates(plant.evidence as Evidence, ACCESS, question, asked);
  if (composition?.kind !== 'answer') return composition?.kind;
  const checks = await Promise.all(
    composition.claims.map((claim) =>
      claim.kind === 'computed' || claim.drawn === undefined
        ? undefined
        : checkDrawn(plant.evidence as Evidence, ACCESS, claim, claim.drawn, question.language),
    ),
  );
  expect(checks.map((check) => check?.outcome)).toEqual(checks.map(() => 'passed'));
  return composition.claims.map((claim) => claim.text);
}

const EN = (valve: string, mark: string) => `${valve} is marked “${mark}” (inferred from the drawing: the mark stands beside its tag).`;
const ZH = (valve: string, mark: string) => `${valve} 旁标注“${mark}”——由图面推断：标注紧靠其位号。`;

describe('how valves stand', () => {
  it.each([
    ['Which valves are normally closed?', [EN('HV-3', 'NC'), EN('HV-8', '锁闭')]],
    ['List the normally open valves on the P&ID', [EN('HV-1', 'NO')]],
    ['Which valves are locked closed?', [EN('HV-8', '锁闭')]],
    ['哪些阀门是常开的？', [ZH('HV-1', 'NO')]],
    ['锁闭阀有哪些？', [ZH('HV-8', '锁闭')]],
  ])('is listed of all sheets by their marks, what is locked among what always stands so: %s', async (text, said) => {
    const told = await compose(text);
    expect(Array.isArray(told) ? told.toSorted() : told).toEqual(said.toSorted());
  });

  it.each([
    ['Is HV-1 normally open?', [EN('HV-1', 'NO')]],
    ['What is the normal position of HV-3?', [EN('HV-3', 'NC')]],
    ['HV-3 常开还是常闭？', [ZH('HV-3', 'NC')]],
  ])('is told of one valve by its mark, whichever is asked: %s', async (text, said) => {
    expect(await compose(text)).toEqual(said);
  });

  it.each(['Which valves are locked open?', '哪些阀门故障开？', 'Is HV-2 locked open?'])(
    'is left to the documents where nothing is marked so: %s',
    async (text) => {
      expect(await compose(text)).toBeUndefined();
    },
  );

  it.each([
    'Which normally closed valves have to be greased?',
    'Which contacts are normally closed?',
    'Which valves of P-101A are normally open?',
    'How do I lock HV-1 closed?',
    '常闭触点在哪里？',
  ])('is not asked where something else is: %s', async (text) => {
    expect(await compose(text)).toBe('not asked');
  });
});
