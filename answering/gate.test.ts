import { describe, expect, it } from 'vitest';
import type { StoredPassage } from '../kernel/index.ts';
import type { DraftClaim } from './compose/composition.ts';
import { ACCESS, evidenceOf } from './compose/plant.test-support.ts';
import { passGate } from './gate.ts';

const ROW = [
  ['code', 'alarm-code', '4711'],
  ['level', 'priority', '3'],
  ['cause_en', 'cause', 'Battery voltage below 3.0 V'],
  ['action_en', 'remedy', 'Replace the battery'],
  ['cause_zh', 'cause', '电池电压低于 3.0 V'],
] as const;
const evidence = evidenceOf([{ title: 'Alarms', lines: [{ kind: 'table-row', headings: [], row: ROW }] }]);

async function storedRow(): Promise<StoredPassage> {
  const [document] = await evidence.passages.documents(ACCESS);
  const [stored] = document === undefined ? [] : await evidence.passages.range(ACCESS, document.version.id, 0, 0);
  if (stored === undefined) throw new Error('the row is not stored');
  return stored;
}

async function passed(text: string, cited: readonly string[]) {
  const stored = await storedRow();
  const [first, ...others] = cited.map((words) => {
    const start = stored.passage.text.indexOf(words);
    return { stored, start, end: start + words.length };
  });
  if (first === undefined) throw new Error('nothing is cited');
  const draft: DraftClaim = { kind: 'composed', text, spans: [first, ...others] };
  const { claims, cut, citations } = await passGate(evidence, ACCESS, undefined, [draft], [], new AbortController().signal);
  return { isPassed: claims.length === 1, kinds: claims.map(({ kind }) => kind), cut, quotes: citations.map(({ quote }) => quote) };
}

describe('a row under other labels than its headers', () => {
  it.each([
    ['code: 4711; cause: Battery voltage below 3.0 V', ['4711', 'Battery voltage below 3.0 V']],
    ['故障码: 4711; 原因: 电池电压低于 3.0 V', ['4711', '电池电压低于 3.0 V']],
  ])('passes with the cells that it cites, and says that it is composed: %s', async (text, cited) => {
    expect(await passed(text, cited)).toMatchObject({ isPassed: true, kinds: ['composed'], quotes: cited });
  });

  it.each([
    ['code: 4711; action: Battery voltage below 3.0 V', ['4711', 'Battery voltage below 3.0 V'], 'a cell under the name of another column'],
    ['故障码: 4711; 处理: 电池电压低于 3.0 V', ['4711', '电池电压低于 3.0 V'], 'the same in Chinese'],
    ['code: 4712; cause: Battery voltage below 3.0 V', ['4711', 'Battery voltage below 3.0 V'], 'another code'],
    ['code: 4711; cause: Battery voltage below 3.5 V', ['4711', 'Battery voltage below 3.0 V'], 'another number'],
    ['故障码: 4711; 原因: 电池电压高于 3.0 V', ['4711', '电池电压低于 3.0 V'], 'another word'],
    ['code: 4711; cause: Battery voltage', ['4711', 'Battery voltage below 3.0 V'], 'a part of a cell'],
    ['code: 4711; action: Replace the battery', ['4711', 'Battery voltage below 3.0 V'], 'a cell that it does not cite'],
    ['故障码: 4711; 等级: 3', ['4711'], 'a number that it does not cite'],
  ])('is cut: %s', async (text, cited) => {
    const { isPassed, cut } = await passed(text, cited);
    expect(isPassed).toBe(false);
    expect(cut[0]?.checks.some(({ outcome }) => outcome !== 'passed')).toBe(true);
  });
});
