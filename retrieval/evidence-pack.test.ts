import { describe, expect, test } from 'vitest';
import type { StoredPassage } from '../kernel/index.ts';
import { hashedWordsEmbedder } from '../models/test-support/hashed-words-embedder.ts';
import { evidencePack } from './evidence-pack.ts';
import { EVERYTHING, makeMemoryPlant, type PassageDraft } from './test-support/memory-plant.ts';

async function pack(drafts: readonly PassageDraft[], hitText: string, options: Parameters<typeof evidencePack>[3] = {}) {
  const plant = makeMemoryPlant(hashedWordsEmbedder());
  const stored = await plant.addDocument('手册', drafts);
  const hits = stored.filter(({ passage }) => passage.text === hitText).map((one) => ({ stored: one }));
  const [group] = await evidencePack(plant.passages, EVERYTHING, hits, options, new AbortController().signal);
  return {
    group,
    shown: group?.items.map(({ stored: one, role }: { stored: StoredPassage; role: string }) => `${role}: ${one.passage.text}`),
  };
}

const inSection = (headings: string[], kind: PassageDraft['kind'], text: string, marker?: string): PassageDraft => ({
  text,
  headings,
  ...(kind === undefined ? {} : { kind }),
  ...(marker === undefined ? {} : { marker }),
});

const CHANGE = ['5 维护', '5.2 更换机械密封'];
const PROCEDURE: PassageDraft[] = [
  inSection(['5 维护'], 'paragraph', '本章说明维护工作。'),
  inSection(['5 维护'], 'warning', '警告：检修前必须断电、上锁、挂牌。'),
  inSection(CHANGE, 'heading', '更换机械密封'),
  inSection(CHANGE, 'step', '关闭进出口阀门。', '1'),
  inSection(CHANGE, 'warning', '小心：泵内可能有残压。'),
  inSection(CHANGE, 'step', '排空泵体。', '2'),
  inSection(CHANGE, 'step', '拆下旧密封。', '3'),
  inSection(CHANGE, 'paragraph', 'Installation'),
  inSection(CHANGE, 'step', 'Fit the new seal.', '1'),
  inSection(CHANGE, 'step', 'Tighten the gland evenly.', '2'),
  inSection(['5 维护', '5.3 润滑'], 'step', '加注润滑脂。', '1'),
];

describe('an evidence pack', () => {
  test('gives with a step its whole procedure and the warnings before and within it', async () => {
    const { group, shown } = await pack(PROCEDURE, '排空泵体。');
    expect(shown).toEqual([
      'warning: 警告：检修前必须断电、上锁、挂牌。',
      'step: 关闭进出口阀门。',
      'warning: 小心：泵内可能有残压。',
      'hit: 排空泵体。',
      'step: 拆下旧密封。',
      'neighbour: Installation',
    ]);
    expect(group?.truncated).toBe(false);
  });

  test('keeps two procedures of one section apart, but no warning of the section away from the later one', async () => {
    const { shown } = await pack(PROCEDURE, 'Tighten the gland evenly.');
    expect(shown).toEqual([
      'warning: 警告：检修前必须断电、上锁、挂牌。',
      'warning: 小心：泵内可能有残压。',
      'step: Fit the new seal.',
      'hit: Tighten the gland evenly.',
    ]);
  });

  test('gives with a table row its caption, and the other rows when asked', async () => {
    const table: PassageDraft[] = [
      inSection(['Specifications'], 'paragraph', 'The values hold at 20 °C.'),
      inSection(['Specifications', '表 3 拧紧力矩'], 'caption', '表 3 拧紧力矩'),
      inSection(['Specifications', '表 3 拧紧力矩'], 'table-row', 'M12\t45 N·m'),
      inSection(['Specifications', '表 3 拧紧力矩'], 'table-row', 'M16\t110 N·m'),
      inSection(['Specifications', '表 4'], 'table-row', 'Oil\t2 L'),
    ];
    expect((await pack(table, 'M16\t110 N·m')).shown).toEqual(['caption: 表 3 拧紧力矩', 'hit: M16\t110 N·m']);
    expect((await pack(table, 'M16\t110 N·m', { siblingRows: true })).shown).toEqual([
      'caption: 表 3 拧紧力矩',
      'row: M12\t45 N·m',
      'hit: M16\t110 N·m',
    ]);
  });

  test('gives with a text its neighbours of the same section only', async () => {
    const texts = [
      inSection(['1'], 'paragraph', 'Another section.'),
      inSection(['2'], 'warning', 'DANGER: rotating parts.'),
      inSection(['2'], 'paragraph', '泵由电机驱动。'),
      inSection(['2'], 'paragraph', '转速 2950 rpm。'),
      inSection(['2'], 'paragraph', '效率 78 %。'),
    ];
    expect((await pack(texts, '泵由电机驱动。')).shown).toEqual([
      'warning: DANGER: rotating parts.',
      'hit: 泵由电机驱动。',
      'neighbour: 转速 2950 rpm。',
    ]);
    expect((await pack(texts, '转速 2950 rpm。', { neighbours: 0 })).shown).toEqual(['hit: 转速 2950 rpm。']);
  });

  test('says when a procedure runs on beyond what was read', async () => {
    const steps = Array.from({ length: 300 }, (_, at) => inSection(['Overhaul'], 'step', `Step number ${at + 1} of many.`, String(at + 1)));
    const { group } = await pack(steps, 'Step number 150 of many.');
    expect(group?.truncated).toBe(true);
    expect(group?.items.length).toBeGreaterThan(200);
  });
});
