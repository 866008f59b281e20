import { describe, expect, it } from 'vitest';
import { readMemoryPassages } from '../../retrieval/test-support/memory-passages.ts';
import type { Composition, DraftClaim } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import { checkDrawn } from './check-drawn.ts';
import { composeDrawn } from './compose-drawn.ts';
import { composeIsolation } from './compose-isolation.ts';
import { drawnNetwork } from './drawn-network.ts';
import { ACCESS, type Drawn, sheetsOf, type TestSheet } from './sheets.test-support.ts';

const SUCTION: TestSheet = [
  ['TK-1', 'feeds', 'HV-1', '6"-CW-1-A1'],
  ['HV-1', 'feeds', 'P-101A', '6"-CW-1-A1'],
  ['HV-1', 'feeds', 'P-101B', '6"-CW-1-A1'],
  ['P-101A', 'feeds', 'NRV-1', '4"-CW-2-A1'],
  ['NRV-1', 'joins', 'HV-2', '4"-CW-2-A1'],
  ['HV-2', 'feeds', '[A]', '4"-CW-2-A1'],
  ['FT-5', 'measures', '4"-CW-2-A1'],
  ['FIC-5', 'controls', 'FV-5'],
  ['FIC-5', 'in-loop', 'F-5'],
  ['FT-5', 'in-loop', 'F-5'],
];
const BEYOND: TestSheet = [
  ['E-201', 'fed-by', '[A]', '4"-CW-2-A1'],
  ['E-201', 'feeds', 'HV-9', '4"-CW-3-A1'],
];

async function compose(question: string, ...sheets: readonly TestSheet[]) {
  const plant = sheetsOf(...(sheets.length === 0 ? [SUCTION, BEYOND] : sheets));
  const asked = await plant.ask(question);
  const evidence = plant.evidence as Evidence;
  return { plant, composition: (await composeDrawn(evidence, ACCESS, asked)) ?? (await composeIsolation(evidence, ACCESS, asked)) };
}
const claimsOf = (composition: Composition | undefined): readonly DraftClaim[] =>
  composition?.kind === 'answer' ? composition.claims : [];
const linksOf = (composition: Composition | undefined): readonly string[] =>
  claimsOf(composition).flatMap((claim) => {
    const drawn = claim.kind === 'computed' ? undefined : claim.drawn;
    return drawn !== undefined && 'from' in drawn ? [`${drawn.from} ${drawn.kind} ${drawn.to}`] : [];
  });

describe('composeDrawn', () => {
  it.each([
    ['What is upstream of P-101A?', ['HV-1 feeds P-101A', 'TK-1 feeds HV-1']],
    ['P-101A 的上游是什么？', ['HV-1 feeds P-101A', 'TK-1 feeds HV-1']],
    ['What does P-101A feed?', ['P-101A feeds NRV-1', 'NRV-1 joins HV-2']],
    ['P-101A 供给什么设备？', ['P-101A feeds NRV-1', 'NRV-1 joins HV-2']],
    ['What is downstream of HV-2?', ['HV-2 feeds E-201', 'NRV-1 joins HV-2']],
    ['哪些设备给 E-201 供水？', ['HV-2 feeds E-201', 'NRV-1 joins HV-2']],
    ['What does FT-5 measure?', ['FT-5 measures 4"-CW-2-A1']],
    ['FIC-5 控制什么？', ['FIC-5 controls FV-5']],
    ['What controls FV-5?', ['FIC-5 controls FV-5']],
    ['FT-5 属于哪个回路？', ['FT-5 in-loop F-5']],
    ['Which instruments are in loop F-5?', ['FIC-5 in-loop F-5', 'FT-5 in-loop F-5']],
  ])('says from lines of drawings: %s', async (question, links) => {
    const { composition } = await compose(question);
    expect(linksOf(composition)).toEqual(links);
    for (const claim of claimsOf(composition)) expect(claim.text).toMatch(/inferred from the drawing|由图面推断/u);
  });

  it('cites the labels of both ends, over the sheets too', async () => {
    const { composition } = await compose('What is upstream of E-201?');
    const places = claimsOf(composition)
      .slice(0, 1)
      .flatMap(({ spans }) => spans.map(({ stored, start, end }) => [stored.title, stored.passage.text.slice(start, end)]));
    expect(places).toEqual([
      ['sheet 1', 'HV-2'],
      ['sheet 2', 'E-201'],
    ]);
  });

  it('goes on over the sheets of one file, as the pages of a PDF are', () => {
    const { stored } = sheetsOf(SUCTION, BEYOND);
    const [first] = stored;
    const pages = stored.flatMap((one) => {
      if (first === undefined) return [];
      const structure = { ...one.passage.structure, sheet: one.title === first.title ? 0 : 60 };
      return [{ ...one, passage: { ...one.passage, versionId: first.passage.versionId, structure } }];
    });
    const over = drawnNetwork(pages).edges.filter(({ isOverSheets }) => isOverSheets);
    expect(over.map(({ kind, from, to }) => [kind, from.name, to.name])).toEqual([['feeds', 'HV-2', 'E-201']]);
  });

  it('refuses where nothing of what is asked is drawn, and says nothing of what is drawn nowhere', async () => {
    expect((await compose('What is upstream of TK-1?')).composition).toMatchObject({ kind: 'refuse', claims: [] });
    expect((await compose('What is upstream of P-999?')).composition).toBeUndefined();
    expect((await compose('What is the rated flow of P-101A?')).composition).toBeUndefined();
  });

  it('tells the nearest shut-off valves as candidates, with what no valve parts, whichever way the pipes run', async () => {
    const { composition } = await compose('Which valves isolate P-101A?');
    const [isolation] = claimsOf(composition);
    expect(isolation).toMatchObject({ drawn: { kind: 'isolation', of: 'P-101A', valves: ['HV-1', 'HV-2'], unparted: [], leaving: [] } });
    expect(isolation?.text).toContain('to be verified on site');
    expect(composition).toMatchObject({ safety: [{ drawn: { kind: 'candidates-only' } }], whole: true });
    const { composition: vessel } = await compose('哪些阀门可以隔离 HV-9？', [
      ['TK-1', 'feeds', 'HV-9'],
      ['HV-9', 'feeds', '[B]', '4"-CW-7-A1'],
      ['TK-1', 'fed-by', 'HV-8'],
    ]);
    expect(claimsOf(vessel)[0]).toMatchObject({ drawn: { valves: ['HV-8'], unparted: ['TK-1'], leaving: ['HV-9'] } });
  });
});

describe('checkDrawn', () => {
  const questions = [
    'What is upstream of P-101A?',
    'FT-5 测量什么？',
    'What is downstream of HV-2?',
    'Which valves isolate P-101A?',
    'Which loop does FT-5 belong to?',
  ];

  it.each(questions)('passes what is read off the drawings again: %s', async (question) => {
    const { plant, composition } = await compose(question);
    expect(claimsOf(composition).length).toBeGreaterThan(0);
    for (const claim of claimsOf(composition)) expect(await check(plant, claim, question)).toBe('passed');
  });

  it('cuts a direction, an end, a line or a valve that is not on the drawings, whatever the composer says', async () => {
    const { plant, composition } = await compose('What is upstream of P-101A?');
    const [claim] = claimsOf(composition);
    if (claim === undefined || claim.kind === 'computed' || claim.drawn?.kind !== 'feeds') throw new Error('no claim of a pipe');
    const { drawn } = claim;
    for (const wrong of [
      { ...claim, drawn: { ...drawn, from: drawn.to, to: drawn.from } },
      { ...claim, drawn: { ...drawn, from: 'TK-1' } },
      { ...claim, text: claim.text.replace('6"-CW-1-A1', '6"-CW-9-A1') },
      { ...claim, text: claim.text.replace(/ \(.*/u, '.') },
      { ...claim, spans: [claim.spans[0]] as const },
    ])
      expect(await check(plant, wrong, 'What is upstream of P-101A?')).toBe('failed');
    const isolated = claimsOf((await compose('Which valves isolate P-101A?')).composition)[0];
    if (isolated === undefined || isolated.kind === 'computed' || isolated.drawn?.kind !== 'isolation')
      throw new Error('no claim of valves');
    for (const valves of [['HV-1'], ['HV-1', 'HV-2', 'NRV-1']])
      expect(await check(plant, { ...isolated, drawn: { ...isolated.drawn, valves } }, 'Which valves isolate P-101A?')).toBe('failed');
  });

  it('holds a caution to what its sheet is: of a picture it says that things may be missing, of a drawing it does not', async () => {
    const question = 'Which valves isolate P-101A?';
    const plant = sheetsOf(SUCTION, BEYOND);
    const recognition = { method: 'ocr', engine: 'an engine', confidence: 0.9, unsure: [], repairs: [] } as const;
    const stored = plant.stored.map((one) => ({ ...one, passage: { ...one.passage, recognition } }));
    const scanned = { ...plant, evidence: { ...plant.evidence, passages: readMemoryPassages(() => ({ stored, documents: [] })) } };
    const composition = await composeIsolation(scanned.evidence as Evidence, ACCESS, await plant.ask(question));
    const caution = composition?.kind === 'answer' ? composition.safety?.[0] : undefined;
    if (caution === undefined) throw new Error('no caution');
    expect(caution).toMatchObject({ drawn: { kind: 'candidates-only', isRecognised: true } });
    expect(caution.text).toContain('read from a picture');
    expect(await check(scanned, caution, question)).toBe('passed');
    expect(await check(plant, caution, question)).toBe('failed');
  });

  it('cuts what the drawings said when it was composed and no longer say', async () => {
    const { composition } = await compose('What is upstream of P-101A?');
    const changed = sheetsOf(
      SUCTION.map(([from, kind, to, line = '']): Drawn => [from, kind === 'feeds' ? 'joins' : kind, to, line]),
      BEYOND,
    );
    for (const claim of claimsOf(composition)) expect(await check(changed, claim, 'What is upstream of P-101A?')).toBe('failed');
  });
});

async function check(plant: ReturnType<typeof sheetsOf>, claim: DraftClaim, question: string): Promise<string> {
  if (claim.kind === 'computed' || claim.drawn === undefined) throw new Error('a claim of a drawing is checked');
  const { language } = await plant.ask(question);
  return (await checkDrawn(plant.evidence, ACCESS, claim, claim.drawn, language)).outcome;
}
