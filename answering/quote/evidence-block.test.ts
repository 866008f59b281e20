import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredPassage } from '../../kernel/index.ts';
import type { Line } from '../compose/lay-out.test-support.ts';
import { ACCESS, evidenceOf } from '../compose/plant.test-support.ts';
import { type EvidenceBlock, gatherBlocks } from './evidence-block.ts';

const paragraph = (headings: readonly string[], text: string): Line => ({ kind: 'paragraph', headings, text });
const item = (headings: readonly string[], text: string, leadIn: string): Line => ({
  kind: 'paragraph',
  headings,
  text,
  item: true,
  leadIn,
});

const row = (key: string, value: string): Line => ({
  kind: 'table-row',
  headings: ['Data'],
  row: [
    ['Name', undefined, key],
    ['Value', undefined, value],
  ],
});

const textsOf = (passages: readonly StoredPassage[] = []) => passages.map(({ passage }) => passage.text);

/** Words of the block of a passage with these words, with what is quoted beside it. */
async function blockOf(lines: readonly Line[], words: string): Promise<readonly string[]> {
  const block = await foundIn(lines, words);
  return block === undefined ? [] : textsOf([...block.before, ...block.passages, ...block.behind]);
}

async function foundIn(lines: readonly Line[], words: string): Promise<EvidenceBlock | undefined> {
  const evidence = evidenceOf([{ title: 'Notes 记录', lines }]);
  const [stored] = await allOf(evidence, words);
  if (stored === undefined) throw new Error(`no passage says ${words}`);
  const [block] = await gatherBlocks(evidence, ACCESS, [{ stored: structuredClone(stored), score: 1 }]);
  return block;
}

async function allOf(evidence: ReturnType<typeof evidenceOf>, words: string) {
  const [document] = await evidence.passages.documents(ACCESS);
  if (document === undefined) return [];
  const all = await evidence.passages.range(ACCESS, document.version.id, 0, 1_000);
  return all.filter(({ passage }) => passage.text === words);
}

const LONG_SECTION = Array.from({ length: 12 }, (_, at) => paragraph(['Setting up'], `Remark number ${at}.`));

describe('the block of a hit', () => {
  it.each([
    ['Check in this order:', ['Power supply', 'Fuse', 'Cable']],
    ['按以下顺序检查：', ['电源', '保险丝', '电缆']],
  ])('is the list with its lead-in, whichever item was found: %s', async (lead, items) => {
    const lines = [...LONG_SECTION, paragraph(['Setting up'], lead), ...items.map((text) => item(['Setting up'], text, lead))];
    expect(await blockOf(lines, items[1] ?? '')).toEqual([lead, ...items]);
    expect(await blockOf(lines, lead)).toEqual([lead, ...items]);
  });

  it('is the body of the section that a title opens, and the whole of a short section', async () => {
    const lines = [paragraph(['Noise'], 'Listen at the coupling.'), paragraph(['Noise'], 'Stop when it rattles.'), ...LONG_SECTION];
    expect(await blockOf(lines, 'Noise')).toEqual(['Listen at the coupling.', 'Stop when it rattles.']);
    expect(await blockOf(lines, 'Stop when it rattles.')).toEqual(['Listen at the coupling.', 'Stop when it rattles.']);
  });

  it.each([
    ['Gateway reports: open device failed', 'Leave the container, run the setup script and start the computer again.'],
    ['网关报错：打开设备失败', '先退出容器，运行配置脚本，再重启工控机。'],
  ])('has beside it what stands next to it in its section: %s', async (symptom, remedy) => {
    const lines = [...LONG_SECTION, ...[symptom, remedy].map((text) => paragraph(['Setting up'], text)), paragraph(['Next'], 'Behind.')];
    const block = await foundIn(lines, symptom);
    expect(textsOf(block?.passages)).toEqual([symptom]);
    expect(textsOf(block?.behind)).toEqual([remedy]);
    expect(textsOf(block?.before)).toEqual(['Remark number 10.', 'Remark number 11.']);
  });

  it('has no part of a list beside it, and no row', async () => {
    const lead = 'All points:';
    const points = (many: number) => Array.from({ length: many }, (_, at) => item(['Setting up'], `Point ${at}`, lead));
    const withList = (many: number) => [
      ...LONG_SECTION,
      paragraph(['Setting up'], 'Look here.'),
      paragraph(['Setting up'], lead),
      ...points(many),
    ];
    expect(textsOf((await foundIn(withList(3), 'Look here.'))?.behind)).toEqual([lead, 'Point 0', 'Point 1', 'Point 2']);
    expect(textsOf((await foundIn(withList(15), 'Look here.'))?.behind)).toEqual([]);
    const rows = [row('Port', '502'), row('Speed', '9600')].map((line) => ({ ...line, headings: ['Setting up'] }));
    const behindRows = await foundIn([...LONG_SECTION, paragraph(['Setting up'], 'Look here.'), ...rows], 'Look here.');
    expect(textsOf(behindRows?.behind)).toEqual([]);
    expect(await foundIn([...LONG_SECTION, ...rows], 'Speed\t9600')).toMatchObject({ before: [], behind: [] });
  });

  it('is the passage with what is next to it where its section is too long to be quoted, and alone in a list that is', async () => {
    expect(await blockOf(LONG_SECTION, 'Remark number 5.')).toEqual([3, 4, 5, 6, 7, 8].map((at) => `Remark number ${at}.`));
    const many = Array.from({ length: 40 }, (_, at) => item(['Setting up'], `Point ${at}`, 'All points:'));
    expect(await blockOf([paragraph(['Setting up'], 'All points:'), ...many], 'Point 20')).toEqual(['Point 20']);
  });

  it('is one row of a table', async () => {
    expect(await blockOf([row('Port', '502'), row('Speed', '9600')], 'Speed\t9600')).toEqual(['Speed\t9600']);
  });

  it('never holds a part of a list, wherever a document is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 2, max: 45 }), fc.nat(44), async (before, length, at) => {
        const lines = [
          ...Array.from({ length: before }, (_, place) => paragraph(['Setting up'], `Before ${place}`)),
          paragraph(['Setting up'], 'All points:'),
          ...Array.from({ length }, (_, place) => item(['Setting up'], `Point ${place}`, 'All points:')),
          paragraph(['Next'], 'Behind.'),
        ];
        const block = await blockOf(lines, `Point ${at % length}`);
        const points = block.filter((text) => text.startsWith('Point'));
        expect([1, length]).toContain(points.length);
      }),
      { numRuns: 40 },
    );
  });
});
