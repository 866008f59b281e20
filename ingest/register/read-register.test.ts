import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchRegister } from './match-register.ts';
import { readRegister } from './read-register.ts';

/** 文件,标题,版次 / 手册.pdf,泵手册,C in GB 18030. */
const GB18030 = Buffer.from('cec4bcfe2cb1eacce22cb0e6b4ce0acad6b2e12e7064662cb1c3cad6b2e12c430a', 'hex');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-register-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: string | Buffer) {
  const path = join(folder, 'register.csv');
  await writeFile(path, content);
  return readRegister(path);
}

describe('a register of documents', () => {
  it('is read under English and Chinese headers, in any encoding and with any delimiter', async () => {
    const english = await read(
      'File,Title,Doc No.,Rev,Effective date,Authority,Labels,Site\nmanuals\\a.pdf,Pump manual,OM-1,C,2026-01-31,approved-manual,"day, night",north\n',
    );
    expect(english).toEqual({
      faults: [],
      rows: [
        {
          line: 2,
          name: 'manuals/a.pdf',
          claims: {
            title: 'Pump manual',
            documentNumber: 'OM-1',
            revision: 'C',
            effective: Date.UTC(2026, 0, 31),
            authority: 'approved-manual',
            labels: ['day', 'night'],
            site: 'north',
          },
        },
      ],
    });
    const about = await read('File,Model,Product version,Serial range\na.pdf,"X200; X300",2.1,1000-1999\n');
    expect(about.rows[0]?.claims.scopeNames).toEqual([
      { kind: 'model', text: 'X200', source: 'register' },
      { kind: 'model', text: 'X300', source: 'register' },
      { kind: 'version', text: '2.1', source: 'register' },
      { kind: 'serial-range', text: '1000-1999', source: 'register' },
    ]);
    const chineseAbout = await read('文件;型号\n手册.pdf;X200、X300\n');
    expect(chineseAbout.rows[0]?.claims.scopeNames?.map(({ text }) => text)).toEqual(['X200', 'X300']);
    const chinese = await read('文件;文件编号;版本;生效日期;标签\n手册.pdf;OM-2;3;2026年2月1日;机密、白班\n');
    expect(chinese.rows[0]).toMatchObject({
      name: '手册.pdf',
      claims: { documentNumber: 'OM-2', revision: '3', effective: Date.UTC(2026, 1, 1), labels: ['机密', '白班'] },
    });
    expect((await read(GB18030)).rows).toEqual([{ line: 2, name: '手册.pdf', claims: { title: '泵手册', revision: 'C' } }]);
  });

  it('lists the rows that cannot be used with their lines', async () => {
    const { rows, faults } = await read(
      [
        'file,effective,authority,labels',
        'a.pdf,31.02.2026,,',
        'b.pdf,,the boss,',
        ',2026-01-01,,',
        'c.pdf,,,no good label!',
        'd.pdf,,,',
        'd.pdf,2026-01-01,,',
        'e.pdf,,,,extra',
        '正常.pdf,2026-01-01,,',
      ].join('\n'),
    );
    expect(rows.map(({ name }) => name)).toEqual(['正常.pdf']);
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(faults.map(({ message }) => message).join('\n')).toMatch(
      /no day.*\n.*no authority.*\nnames no file\n.*no access label.*\n.*more than one row\n.*more than one row\nhas 5 cells/,
    );
  });

  it.each([
    ['an unknown column', 'file,colour\na,red\n', /unknown column "colour".*title.*标题/],
    ['a column twice', 'file,title,标题\na,b,c\n', /two columns for title/],
    ['no column of files', 'title\na\n', /needs a column "file"/],
    ['nothing', '', /needs a column "file"/],
  ])('is refused when it has %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});

describe('the files that a register names', () => {
  const uris = ['plant/a.pdf', 'plant/old/a.pdf', 'plant/手册.pdf', 'plant/free.txt', 'plant/bad.txt'];
  it('are found by uri or by the end of their path; what does not fit is told from both sides', () => {
    const { claims, heldBack, withoutRow, withoutFile, faults } = matchRegister(
      {
        rows: [
          { line: 2, name: 'plant/old/a.pdf', claims: { title: 'old' } },
          { line: 3, name: '手册.pdf', claims: { title: '手册' } },
          { line: 4, name: 'absent.pdf', claims: {} },
        ],
        faults: [{ line: 5, name: 'bad.txt', message: 'is no day' }],
      },
      uris,
    );
    expect([...claims]).toEqual([
      ['plant/old/a.pdf', { title: 'old' }],
      ['plant/手册.pdf', { title: '手册' }],
    ]);
    expect([...heldBack.keys()]).toEqual(['plant/bad.txt']);
    expect(withoutRow).toEqual(['plant/a.pdf', 'plant/free.txt']);
    expect(withoutFile).toEqual([{ line: 4, name: 'absent.pdf' }]);
    expect(faults).toEqual([{ line: 5, name: 'bad.txt', message: 'is no day' }]);
  });

  it('are held back when a row may mean several of them', () => {
    const { claims, heldBack, faults } = matchRegister({ rows: [{ line: 2, name: 'a.pdf', claims: {} }], faults: [] }, uris);
    expect([claims.size, [...heldBack.keys()]]).toEqual([0, ['plant/a.pdf', 'plant/old/a.pdf']]);
    expect(faults).toEqual([{ line: 2, name: 'a.pdf', message: expect.stringContaining('plant/old/a.pdf') }]);
  });
});
