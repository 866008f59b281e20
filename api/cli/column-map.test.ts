import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readColumnMap } from './read-column-map.ts';
import { runTold } from './test-support/run-told.ts';

const COLUMN = z.object({
  header: z.string(),
  role: z.string().optional(),
  unit: z.string().optional(),
  decisions: z.array(z.string()).optional(),
});
const DOCUMENTS = z.array(
  z.object({ document: z.object({ uri: z.string() }), versions: z.array(z.object({ report: z.object({ columns: z.array(COLUMN) }) })) }),
);
const DECISIONS = z.array(z.object({ id: z.string(), actor: z.string(), dormant: z.boolean(), state: z.string() }));

let folder: string;
const run = (...words: string[]) => runTold(join(folder, 'home'), words);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-map-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function columnOf(uri: string, header: string) {
  const all = DOCUMENTS.parse(JSON.parse((await run('documents', '--json')).out));
  const found = all.find(({ document }) => document.uri === uri);
  return found?.versions[0]?.report.columns.find((one) => one.header === header);
}

describe('`ingest` of a log with columns that are not understood', () => {
  it.each([
    ['日期,设备,描述,Qxv1,Zzk', 'zh', /^1 个文件中有 2 列含义不明.*`faultline reviews list --kind doubtful-column`$/m],
    ['Date,Equipment,Short text,Qxv1,Zzk', 'en', /^2 columns of 1 file not understood.*`faultline reviews list --kind doubtful-column`$/m],
  ])('says how many there are and what shows them: %s', async (header, language, told) => {
    const file = join(folder, 'log.csv');
    await writeFile(file, `${header}\n2024-01-05,P-101A,密封泄漏 seal leak,aa,7c\n2024-01-15,P-102A,更换 renewed,bb,9d\n`);
    expect((await run('ingest', file, '--language', language)).out).toMatch(told);
    expect((await run('reviews', 'list', '--kind', 'doubtful-column')).out.match(/^\S+ {2}open/gm)).toHaveLength(2);
  });

  it('says nothing of it where all are', async () => {
    const file = join(folder, 'log.csv');
    await writeFile(file, '日期,设备\n2024-01-05,P-101A\n2024-01-15,P-102A\n');
    expect((await run('ingest', file)).out).not.toContain('doubtful-column');
  });
});

describe('`ingest --map`', () => {
  for (const [language, header, column, idle, what] of [
    ['Chinese', '日期,设备,经过,空闲', '经过', '空闲', '密封泄漏'],
    ['English', 'Date,Equipment,Happening,Idle', 'Happening', 'Idle', 'seal leak'],
  ] as const) {
    it(`says what columns mean, for the next export too, and is taken back by \`reviews undo\` (${language})`, async () => {
      const [january, february] = [join(folder, 'january.csv'), join(folder, 'february.csv')];
      await writeFile(january, `${header}\n2024-01-05,P-101A,${what},90\n2024-01-15,P-102A,${what},30\n`);
      await writeFile(february, `${header}\n2024-02-05,P-101A,${what},10\n2024-02-15,P-102A,${what},20\n`);
      const sent = await run('ingest', january, '--map', `${column}=text`, '--map', `${idle}=duration;unit=min`, '--map', 'Nowhere=person');
      expect(sent.code).toBe(0);
      expect(sent.out).toContain('"Nowhere" is not in it');
      expect((await run('ingest', february)).code).toBe(0);
      expect(await columnOf('february.csv', column)).toMatchObject({ role: 'text' });
      const read = await columnOf('february.csv', idle);
      expect(read).toMatchObject({ role: 'duration', unit: 'min' });
      const made = DECISIONS.parse(JSON.parse((await run('reviews', 'decisions', '--json')).out));
      expect(made).toMatchObject([{ dormant: true, actor: 'local' }, { dormant: false }, { dormant: false }]);
      const told = (await run('reviews', 'decisions')).out;
      expect(told).toContain('in-force, dormant');
      expect(told).toContain(`"${idle}" means duration, is in min in every table of its form under the same labels`);
      expect((await run('documents', '--read-again')).code).toBe(0);
      expect(await columnOf('january.csv', idle)).toEqual(read);
      expect((await run('reviews', 'undo', read?.decisions?.[0] ?? '', '--reason', 'wrong unit 单位不对')).code).toBe(0);
      expect((await columnOf('february.csv', idle))?.unit).toBeUndefined();
      expect(await columnOf('january.csv', column)).toMatchObject({ role: 'text' });
    });
  }
});

describe('what is said of a column on the command line', () => {
  it('is read with each of its parts', () => {
    expect(readColumnMap('Idle (x=1)=duration;unit=min;decimal=,;code:02=bearing wear')).toEqual({
      column: 'Idle (x=1)',
      role: 'duration',
      unit: 'min',
      decimal: ',',
      codes: { '02': 'bearing wear' },
    });
    expect(readColumnMap('代码=;code:1=密封泄漏')).toEqual({ column: '代码', codes: { '1': '密封泄漏' } });
    expect(readColumnMap('备用=-')).toEqual({ column: '备用', role: null });
  });

  it('is refused in words where it says nothing', () => {
    for (const text of ['Idle', '=text', 'Idle=', 'Idle=mood', 'Idle=duration;unit=furlongs', 'Idle=;decimal=x', 'Idle=;code:=x'])
      expect(() => readColumnMap(text), text).toThrow();
  });
});
