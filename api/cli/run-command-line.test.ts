import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM_VERSION } from '../../app/index.ts';
import { runTold } from './test-support/run-told.ts';

const MANUAL = `# 循环水泵 P-201 手册

## 故障排除

| 故障现象 | 可能原因 | 处理方法 |
|---|---|---|
| 轴承过热 | 润滑脂过多 | 排出多余的润滑脂 |

## Tightening torques

| Fastener | Tightening torque |
|---|---|
| Casing bolts | 85 N·m |
`;
const ORDERS =
  'Order No,Date,Equipment,Short text,Downtime h\n1,2024-03-01,P-201,轴承更换,4\n2,2024-05-09,P-201,seal leaking,2\n3,2023-01-01,P-202,inspection,1\n';

let folder = '';
let home = '';

const run = (...words: string[]) => runTold(home, words);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-cli-'));
  home = join(folder, 'home');
  await writeFile(join(folder, '手册.md'), MANUAL);
  await writeFile(join(folder, 'orders.csv'), ORDERS);
  await writeFile(join(folder, 'picture.gif'), Buffer.from('47494638396101000100800000', 'hex'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it.each(['--version', 'version'])('says which version of the program it is: %s', async (word) => {
    const { code, out } = await run(word);
    expect([code, out]).toEqual([0, `${PROGRAM_VERSION}\n`]);
  });

  it('reads files, saying of each what became of it', async () => {
    const { code, out } = await run('ingest', join(folder, '手册.md'), join(folder, 'orders.csv'), join(folder, 'picture.gif'));
    expect(code).toBe(0);
    expect(out).toMatch(/^visible\torders\.csv\tnew 3 rows/m);
    expect(out).toMatch(/^visible\t手册\.md\tnew/m);
    expect(out).toMatch(/^unsupported-format\tpicture\.gif\tnew .*\t.+/m);
  });

  it('says that it was stopped where it was, and takes that for no fault of its own', async () => {
    const stopped = AbortSignal.abort(new Error('interrupted'));
    const { code, note } = await runTold(join(folder, 'stopped'), ['ingest', join(folder, '手册.md')], '', stopped);
    expect(code).toBe(130);
    expect(note).toBe('Stopped before it was done; what was done is kept.\n');
  });

  it('says that bytes it knows are a duplicate', async () => {
    const { out } = await run('ingest', join(folder, 'orders.csv'));
    expect(out).toMatch(/\tduplicate/);
  });

  it.each([
    ['What is the tightening torque of the casing bolts?', '85 N·m', /\nQuotation: .*\n$/],
    ['轴承过热是什么原因？', '润滑脂过多', /\n引用：.*\n$/],
  ])('answers %s with a citation that show can open, and says last whose words it is', async (question, expected, origin) => {
    const plain = await run('ask', question);
    expect(plain.out).not.toContain('psg_');
    const { code, out } = await run('ask', question, '--verbose');
    expect(code).toBe(0);
    expect(out).toContain(expected);
    expect(out).toMatch(origin);
    const place = /psg_[0-9a-f]{32}:\d+-\d+/.exec(out)?.[0] ?? '';
    const shown = await run('show', place, '--out', join(folder, 'place.png'));
    expect(shown.code).toBe(0);
    expect(shown.out).toContain(expected);
  });

  it.each([
    ['What is the tightening torque of the casing bolts?', '85 N·m'],
    ['轴承过热是什么原因？', '润滑脂过多'],
  ])('shows the first source of the last answer by its number, as a picture (%s)', async (question, expected) => {
    await run('ask', question);
    const file = join(folder, 'source.png');
    const { code, out } = await run('show', '1', '--out', file);
    expect([code, out.includes(expected), out.includes(file)]).toEqual([0, true, true]);
    expect((await readFile(file)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('says so when the last answer has no such source, or none was given yet', async () => {
    expect(await run('show', '99')).toMatchObject({
      code: 66,
      note: expect.stringMatching(/The last answer has \d+ sources?; there is no \[99\]/),
    });
    await run('ask', '报警 E999 是什么意思？');
    expect(await run('show', '1')).toMatchObject({ code: 66, note: expect.stringContaining('The last answer has no sources') });
    const empty = join(folder, 'new home');
    await mkdir(empty);
    const elsewhere = await runTold(empty, ['show', '1']);
    expect(elsewhere).toMatchObject({ code: 66, note: expect.stringContaining('No answer has been given') });
  });

  it.each([
    [
      'What is the tightening torque of P-999?',
      /^No answer: the documents/m,
      / ✓ supported by its source$/m,
      /^ {2}\[1\] .*, section “.+”, .*: "/m,
    ],
    ['P-999 的拧紧力矩是多少？', /^无法回答：|^无法回答: 文档/m, / ✓ 来源支持$/m, /^ {2}\[1\] .*，“.+”一节，.*: "/m],
  ])(
    'tells in the words of who asks why there is no answer, what a check came to and where a source stands (%s)',
    async (refused, why, verdict, place) => {
      expect((await run('ask', refused)).out).toMatch(why);
      const { out } = await run(
        'ask',
        refused.startsWith('P') ? '轴承过热是什么原因？' : 'What is the tightening torque of the casing bolts?',
      );
      expect(out).toMatch(verdict);
      expect(out).toMatch(place);
      expect(out).not.toMatch(/section\/\d/);
    },
  );

  it('says of a data folder that is not there which it is and what to do, and makes nothing', async () => {
    const absent = join(folder, 'mistyped');
    for (const words of [
      ['ask', '轴承?'],
      ['search', 'bearing'],
      ['show', '1'],
      ['documents'],
      ['graph', 'find'],
      ['reviews'],
      ['reindex'],
    ]) {
      const { code, out, note } = await runTold(absent, words);
      expect([words[0], code, out]).toEqual([words[0], 66, '']);
      expect(note).toContain(`There is no data folder ${absent}. Correct --home`);
    }
    expect((await runTold(absent, ['ask', '轴承?', '--language', 'zh'])).note).toContain(`数据文件夹 ${absent} 不存在。请更正 --home`);
    expect(existsSync(absent)).toBe(false);
  });

  it('takes no folder of other things for a data folder', async () => {
    const { code, note } = await runTold(folder, ['ask', 'bearing?']);
    expect([code, note.includes(`${folder} is no data folder`)]).toEqual([66, true]);
    expect(existsSync(join(folder, 'ledger.db'))).toBe(false);
  });

  it('counts and sums typed rows with the rows behind the figure', async () => {
    const { out } = await run('records', '--where', 'asset=P-201', '--by', 'date:year', '--measure', 'sum:duration', '--rows', '5');
    expect(out).toMatch(/^2024\t6$/m);
    expect(out).toMatch(/^over 2 rows$/m);
    expect(out).toMatch(/^row 2\t.*seal leaking/m);
  });

  it('filters groups by their figure, pages the rows of one and writes it with them as CSV', async () => {
    const ask = ['--by', 'asset', '--by', 'date:month', '--zone', '+08:00', '--measure', 'count', '--measure', 'p50:duration'];
    const { out } = await run('records', 'aggregate', ...ask, '--having', 'count>=1', '--order', 'p50:duration:desc', '--limit', '2');
    expect(out).toMatch(
      /^asset\tdate:month \(\+08:00\)\tcount\tpercentile:duration:0\.5\nP-201\t2024-03\t1\t4\nP-201\t2024-05\t1\t2\n1 more/,
    );
    const figure = JSON.parse((await run('records', ...ask, '--json')).out) as { aggregate: { keys: string[][]; rows: unknown[][] } };
    const place = figure.aggregate.rows.findIndex((row) => row[1] === '2024-05');
    const group = (figure.aggregate.keys[place] ?? []).flatMap((key) => ['--group', key]);
    const by = ['--by', 'asset', '--by', 'date:month', '--zone', '+08:00'];
    const page = await run('records', 'rows', ...by, ...group);
    expect(page.out).toMatch(/^row 2\t.*seal leaking.*\n1 to 1 of 1 rows\nproof [0-9a-f]{64}\n$/);
    const file = join(folder, 'figure.csv');
    expect((await run('records', 'aggregate', ...ask, '--csv', file)).code).toBe(0);
    const lines = (await readFile(file, 'utf8')).split('\r\n');
    expect(lines.filter((text) => !text.replace('\ufeff', '').startsWith('#'))).toHaveLength(3 + 2);
    expect(lines.join('\n')).toContain('orders.csv,,,,2,3,');
    expect(lines.at(-2)).toBe('# rows: 3');
  });

  it.each([
    [['--by', 'nonsense'], 'groupBy.0'],
    [['--zone', 'Mars', '--by', 'date:day'], 'UTC or an offset'],
    [['--measure', 'mode:cost'], 'is no measure'],
    [['--having', 'sum:cost>3'], 'no condition on count'],
    [['--where', 'cost>many'], 'neither a number nor a date'],
    [['--filter', '{'], 'takes JSON'],
    [['--order', 'cost'], 'choose one of count'],
    [['--from', 'orders'], 'from'],
  ])('says what is wrong with a figure asked for as %j', async (words, told) => {
    const { code, note } = await run('records', 'aggregate', ...words);
    expect([code, note.includes(told)]).toEqual([64, true]);
  });

  it('finds things, and shows what is around one, how two are connected, and each fact with its evidence', async () => {
    expect((await run('graph', 'find', '201', '--type', 'functionallocation')).out).toMatch(/^P-201 .* ent_[0-9a-f]{32}$/m);
    expect((await run('graph', 'entity', 'p201')).out).toMatch(/^ {2}subject of: 2$/m);
    const around = (await run('graph', 'neighbourhood', '轴承过热', '--depth', '2')).out;
    expect(around).toMatch(/caused by · Cause\n +润滑脂过多 .*\[/);
    expect(around).toContain('排出多余的润滑脂');
    const { code, out } = await run('graph', 'paths', '轴承过热', '排出多余的润滑脂');
    expect(code).toBe(0);
    expect(out).toMatch(/^1\. 轴承过热.* – 排出多余的润滑脂$/m);
    const fact = (await run('graph', 'facts', /fct_[0-9a-f]{32}/.exec(out)?.[0] ?? '')).out;
    expect(fact).toMatch(/stated: ".+" {2}\[.+\]\n +psg_[0-9a-f]{32}:\d+-\d+/);
    const story = (await run('graph', 'timeline', 'P-201', '--limit', '2')).out;
    expect(story).toMatch(
      /^2024-05-09 {2}work-order {2}.*seal leaking.*\n2024-03-01 {2}work-order {2}.*轴承更换.*\n(… and \d+ more; raise --limit\n)?$/,
    );
    expect((await run('graph', 'entity', 'P-777')).code).toBe(66);
    expect((await run('graph', 'paths', 'P-201', 'p201')).code).toBe(64);
    expect((await run('graph', 'neighbourhood', 'P-201', '--predicates', 'LIKES')).note).toContain('CAUSED_BY');
  });

  it('lists documents, exports the same bytes twice, and deletes', async () => {
    const listed = JSON.parse((await run('documents', '--json')).out) as { document: { id: string; uri: string } }[];
    expect(listed.map(({ document }) => document.uri).sort()).toEqual(['orders.csv', 'picture.gif', '手册.md'].sort());
    const before = (await run('export', '--canonical')).out;
    expect((await run('export')).out).toBe(before);
    const orders = listed.find(({ document }) => document.uri === 'orders.csv');
    expect((await run('documents', '--delete', orders?.document.id ?? '')).code).toBe(0);
    expect((await run('records')).out).toMatch(/^over 0 rows$/m);
  });

  it('shows the revisions of a document and takes one back', async () => {
    const path = join(folder, '手册.md');
    await writeFile(path, MANUAL.replace('85 N·m', '95 N·m'));
    expect((await run('ingest', path)).out).toMatch(/\tnew-version/);
    const listed = JSON.parse((await run('documents', '--json')).out) as { document: { id: string; uri: string } }[];
    const id = listed.find(({ document }) => document.uri === '手册.md')?.document.id ?? '';
    const lines = (await run('documents', '--history', id)).out.trim().split('\n');
    expect(lines.map((text) => text.split('  ')[1])).toEqual(['valid', 'older (1)']);
    const newest = lines[0]?.split('  ')[0] ?? '';
    expect((await run('documents', '--delete', id, '--version', newest)).out).toBe(`deleted ${newest}\n`);
    expect((await run('documents', '--history', id)).out.trim().split('\n')).toHaveLength(1);
    await writeFile(path, MANUAL);
  });

  it('lists jobs with what happened, and says what cannot be cancelled or retried', async () => {
    const { out } = await run('jobs', 'list', '--state', 'done');
    const id = /^(job_[0-9a-f]{32}) {2}done {2}手册\.md/m.exec(out)?.[1] ?? '';
    const shown = (await run('jobs', 'show', id, '--follow')).out;
    expect(shown).toMatch(/1 {2}\S+ {2}queued\n.*running, attempt 1\n/);
    expect(shown).toMatch(/done: visible\n$/);
    expect(await run('jobs', 'cancel', id)).toMatchObject({ code: 65, note: expect.stringContaining('The job is done') });
    expect(await run('jobs', 'retry', id)).toMatchObject({ code: 65, note: expect.stringContaining('dead or cancelled') });
    expect(await run('jobs', 'list', '--state', 'lost')).toMatchObject({ code: 64, note: expect.stringContaining('cancelled') });
  });

  it('finds passages, extracts from a text and checks claims', async () => {
    expect((await run('search', '泵壳螺栓 casing bolts')).out).toContain('85 N·m');
    expect((await run('normalise', 'REPL brg P-201')).out).toMatch(/^replace bearing <id>\n/);
    expect((await run('extract', 'P-201 的轴承温度不超过 75 ℃')).out).toMatch(/P-201\tidentifier\tP201/);
    const file = join(folder, 'claims.json');
    await writeFile(
      file,
      JSON.stringify({ claims: [{ text: 'Tighten to 95 N·m.' }], sources: [{ id: 'a', text: 'Tighten the bolts to 85 N·m.' }] }),
    );
    expect((await run('verify', file)).out).toMatch(/^contradicted\t0\.\d\d\tTighten to 95 N·m\./m);
  });

  it('is well, and prints its settings', async () => {
    expect((await run('doctor')).out).toContain('✓ projections');
    expect((await run('config')).out).toContain('FAULTLINE_PORT=8617');
  });

  it('gives the exit code and the way out for a wrong call', async () => {
    expect(await run('show', 'nonsense')).toMatchObject({ code: 64, note: expect.stringContaining('PASSAGE_ID:START-END') });
    expect(await run('ingest', join(folder, 'absent.pdf'))).toMatchObject({ code: 66, note: expect.stringContaining('absent.pdf') });
    expect((await run('ask', '  ')).code).toBe(64);
    expect((await run('nonsense')).code).toBe(64);
    expect(JSON.parse((await run('ask', ' ', '--json')).out)).toMatchObject({ error: { code: 'invalid-request' } });
  });
});
