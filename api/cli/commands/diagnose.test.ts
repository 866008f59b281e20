import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alarmPanel } from '../../../datasets/pictures/alarm-panel.ts';
import { runTold } from '../test-support/run-told.ts';

let folder: string;
let panel: string;
const run = (...words: readonly string[]) => runTold(join(folder, 'home'), words);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-diagnose-'));
  panel = join(folder, '报警.jpg');
  await writeFile(
    panel,
    await alarmPanel(
      [
        ['设备', 'K-730'],
        ['报警代码', 'E07'],
        ['故障现象', '风机振动大'],
      ],
      { isDark: true },
    ),
  );
  await writeFile(join(folder, 'fan.md'), '| 故障现象 | 可能原因 |\n|---|---|\n| 风机振动大 | 叶轮积灰 |\n| 风机振动大 | 轴承磨损 |\n');
  await run('ingest', join(folder, 'fan.md'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('diagnosing with a photo', () => {
  it('shows what was read and asks nothing by itself, in Chinese and in English', { timeout: 120_000 }, async () => {
    const chinese = await run('diagnose', '--photo', panel, '--language', 'zh');
    expect(chinese).toMatchObject({ code: 0, note: '' });
    expect(chinese.out).toMatch(
      /照片（1200 × 900 像素）上识别出：[\s\S]*风机振动大[\s\S]*K-730 \(位号[\s\S]*E07 \(报警代码[\s\S]*faultline diagnose/,
    );
    expect(chinese.out).not.toContain('叶轮积灰');
    const english = await run('diagnose', '--photo', panel, '--json');
    expect(JSON.parse(english.out)).toMatchObject({ photo: { width: 1_200, mentions: [{ text: 'K-730' }, { text: 'E07' }] } });
  });

  it('asks with the fault that is given beside it', { timeout: 120_000 }, async () => {
    const { out, code } = await run('diagnose', '风机振动大', '--photo', panel);
    expect(code).toBe(0);
    expect(out).toMatch(/Read on the photo[\s\S]*Codes:[\s\S]*叶轮积灰/);
  });

  it('refuses what is no photo, no file, and nothing at all, with what to do', async () => {
    expect(await run('diagnose', '--photo', join(folder, 'fan.md'))).toMatchObject({
      code: 65,
      note: expect.stringContaining('JPEG or PNG'),
    });
    expect(await run('diagnose', '--photo', join(folder, 'gone.jpg'))).toMatchObject({
      code: 66,
      note: expect.stringContaining('gone.jpg'),
    });
    expect(await run('diagnose')).toMatchObject({ code: 64, note: expect.stringContaining('--photo') });
  });
});
