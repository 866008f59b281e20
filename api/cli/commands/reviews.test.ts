import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTold } from '../test-support/run-told.ts';

let folder = '';
const run = (...words: string[]) => runTold(join(folder, 'home'), words);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-reviews-'));
  const files = {
    '工单.csv': '工单,设备,日期,描述,停了\nA1,P-101A,2024-01-02,密封泄漏,12\nA2,P-101A,2024-01-03,轴承磨损,7\n',
    '失效模式.csv': '失效模式,影响,严重度\n外部泄漏,停机,7\n',
    'modes.csv': 'Failure mode,Effect,Severity\nExternal leakage,Shutdown,7\n',
    'orders.csv': 'Work order,Asset,Date,Description,Zlpx\nB1,P-9,2024-01-02,seal replaced,12\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await run('ingest', ...Object.keys(files).map((name) => join(folder, name)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('faultline reviews', () => {
  it('lists what touches most first, says what a decision would change, and decides nothing by that', async () => {
    const { out } = await run('reviews', 'list', '--kind', 'doubtful-column');
    expect(out.split('\n').slice(0, 2)).toEqual([expect.stringMatching(/2 rows.*停了/), expect.stringMatching(/1 row .*Zlpx/)]);
    for (const [column, before, row] of [
      ['停了', 2, '停了 "12": no known meaning, number 12 -> duration, quantity 12 min'],
      ['Zlpx', 1, 'Zlpx "12": no known meaning, number 12 -> duration, quantity 12 min'],
    ] as const) {
      const id = new RegExp(`^(rev_\\w+).*${column}`, 'm').exec(out)?.[1] ?? '';
      const tried = (await run('reviews', 'decide', id, '--role', 'duration', '--unit', 'min', '--dry-run')).out;
      expect(tried).toContain(`documents read anew: 1, rows: ${before}`);
      expect(tried).toContain(row);
    }
    expect((await run('reviews', 'decisions')).out).toBe('');
    expect((await run('reviews', 'list', '--kind', 'doubtful-column')).out).toBe(out);
  });

  it('finds rejected facts, says how to take the rejection back, and has them open again then', async () => {
    const rejected = () => run('reviews', 'list', '--state', 'decided', '--decision', 'reject-fact');
    expect((await rejected()).out).toBe('nothing to decide\n');
    const open = (await run('reviews', 'list', '--kind', 'quarantined-fact')).out;
    for (const mode of ['外部泄漏', 'External leakage']) {
      const id = new RegExp(`^(rev_\\w+).*${mode}`, 'm').exec(open)?.[1] ?? '';
      const shown = (await run('reviews', 'show', id)).out;
      const proposal = /(\d)\. fct_\w+ does not count/.exec(shown)?.[1] ?? '';
      await run('reviews', 'decide', id, '--proposal', proposal, '--reason', '不是 no');
      expect((await rejected()).out).toContain(mode);
      const undo = /`reviews undo (dec_\w+)`/.exec((await run('reviews', 'show', id)).out)?.[1] ?? '';
      await run('reviews', 'undo', undo, '--reason', '重新审议 take it up again');
      expect((await rejected()).out).toBe('nothing to decide\n');
    }
    expect((await run('reviews', 'list', '--kind', 'quarantined-fact')).out).toBe(open);
    expect((await run('reviews', 'list', '--decision', 'undo')).note).toContain('reject-fact');
  });

  it('asks for a reason where something is to be decided', async () => {
    const id = /^(rev_\w+)/m.exec((await run('reviews')).out)?.[1] ?? '';
    const { code, note } = await run('reviews', 'decide', id, '--role', 'duration');
    expect(code).not.toBe(0);
    expect(note).toContain('--dry-run');
  });
});
