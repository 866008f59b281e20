import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTold } from '../test-support/run-told.ts';

let folder = '';
const run = (...words: string[]) => runTold(join(folder, 'home'), words);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-feedback-'));
  const manual = join(folder, '手册.md');
  await writeFile(
    manual,
    '# 手册 P-201\n\nP-201 轴承过热的原因是润滑脂过多。\n\nThe tightening torque of the casing bolts of P-201 is 85 N·m.\n',
  );
  await run('ingest', manual);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('faultline feedback', () => {
  it('says that no answer was given yet', async () => {
    const { code, note } = await run('feedback', 'wrong');
    expect(code).not.toBe(0);
    expect(note).toContain('ask first');
  });

  it('keeps what is said of the last answer, has it decided and exports it as cases that a suite asks again', async () => {
    await run('ask', 'P-201 轴承过热是什么原因？');
    expect((await run('feedback', 'wrong', '--remark', '还有不对中')).out).toMatch(
      /^fbk_\w+ {2}said to be wrong \(answered\): "P-201 轴承过热是什么原因？" - "还有不对中"/,
    );
    await run('ask', 'What is the tightening torque of the casing bolts of P-201?');
    await run('feedback', 'missing', '--remark', 'lubricated or dry?');
    expect((await run('feedback')).out.split('\n').filter((line) => line.includes('  open  '))).toHaveLength(2);
    const reviews = (await run('reviews', 'list', '--kind', 'answer-feedback', '--state', 'open')).out;
    const chinese = /^(rev_\w+).*轴承过热/m.exec(reviews)?.[1] ?? '';
    expect((await run('reviews', 'show', chinese)).out).toContain('1. the answer was at fault');
    const decided = await run('reviews', 'decide', chinese, '--proposal', '1', '--expected', '不对中', '--reason', '现场核对');
    expect(decided.out).toContain('the answer was at fault; a right one says "不对中"');

    const file = join(folder, 'cases.jsonl');
    expect((await run('feedback', 'export', '--write', file)).out).toContain('2 cases');
    const cases = (await readFile(file, 'utf8')).trim().split('\n');
    expect(cases.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ verdict: 'wrong', isConfirmed: true, expected: '不对中', remark: '还有不对中' }),
      expect.objectContaining({ verdict: 'missing', isConfirmed: false }),
    ]);
    const again = await run('eval', 'run', 'feedback', '--cases', file);
    expect(again.code).toBe(0);
    for (const question of ['P-201 轴承过热是什么原因？', 'What is the tightening torque of'])
      expect(again.out).toContain(`unchanged: ${question}`);

    await writeFile(join(folder, '手册.md'), '# 手册 P-201\n\nP-201 轴承过热的原因是不对中。\n');
    await run('ingest', join(folder, '手册.md'));
    expect((await run('eval', 'run', 'feedback', '--cases', file)).out).toMatch(/right: P-201 轴承过热是什么原因？/);
  });

  it('leaves out of the cases what was dismissed', async () => {
    const reviews = (await run('reviews', 'list', '--kind', 'answer-feedback', '--state', 'open')).out;
    const open = /^(rev_\w+)/m.exec(reviews)?.[1] ?? '';
    await run('reviews', 'decide', open, '--proposal', '2', '--reason', 'the manual says both');
    expect((await run('feedback', 'export')).out.trim().split('\n')).toHaveLength(1);
    expect((await run('feedback', 'list', '--state', 'dismissed')).out).toContain('said to lack something');
  });
});

describe('faultline feedback withdraw', () => {
  it('takes back what was said of the last answer, which no list, review or case has any more', async () => {
    await run('ask', 'What is the tightening torque of the casing bolts of P-201?');
    expect((await run('feedback', 'withdraw')).note).toContain('You said nothing of the last answer');
    const id = /^fbk_\w+/.exec((await run('feedback', 'wrong', '--remark', '点错了')).out)?.[0] ?? '';
    expect((await run('feedback', 'export')).out).toContain(id);
    expect((await run('feedback', 'withdraw')).out).toBe(`${id}  taken back\n`);
    for (const words of [['feedback'], ['feedback', 'export'], ['reviews', 'list', '--kind', 'answer-feedback']]) {
      expect((await run(...words)).out).not.toContain(id);
    }
    const again = await run('feedback', 'withdraw', id);
    expect(again.note).toContain('took it back already');
    expect((await run('feedback', 'withdraw', 'this')).note).toContain('no id of feedback');
    expect((await run('audit', 'list')).out).toContain('feedback-withdrawn');
  });
});

describe('faultline feedback on a diagnosis', () => {
  it('is kept with what had been seen, exported, and asked again', async () => {
    const manual = join(folder, 'fan.md');
    const row = (cause: string, check: string) => `| 风机振动大 | ${cause} | ${check} |\n`;
    const table = `# 风机 K-730 手册\n\n| 故障现象 | 可能原因 | 检查方法 |\n|---|---|---|\n${row('叶轮积灰', '目视检查叶轮')}`;
    await writeFile(manual, `${table}${row('地脚螺栓松动', '检查地脚螺栓')}`);
    await run('ingest', manual);
    const told = JSON.parse((await run('diagnose', 'K-730 风机振动大', '--json')).out);
    await run('diagnose', 'K-730 风机振动大', '--not-found', told.next.id);
    const given = await run('feedback', 'missing', '--remark', '还有轴承磨损');
    expect(given.out).toMatch(/^fbk_\w+ {2}diagnosis said to lack something \(open\): "K-730 风机振动大"/);
    const file = join(folder, 'diagnoses.jsonl');
    const cases = (await run('feedback', 'export')).out.split('\n').filter((line) => line.includes('"diagnosis"'));
    expect(cases.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ about: 'diagnosis', observations: [{ check: told.next.id, outcome: 'not-found' }], verdict: 'missing' }),
    ]);
    await writeFile(file, cases.map((line) => `${JSON.stringify({ ...JSON.parse(line), expected: '轴承磨损' })}\n`).join(''));
    expect((await run('eval', 'run', 'feedback', '--cases', file)).out).toContain('unchanged: K-730 风机振动大');
    await writeFile(manual, `${table}${row('轴承磨损', '测量轴承温度')}`);
    await run('ingest', manual);
    expect((await run('eval', 'run', 'feedback', '--cases', file)).out).toMatch(/right: K-730 风机振动大/);
  });
});

describe('faultline ask --export', () => {
  it('writes the answer as Markdown or JSON', async () => {
    await run('ask', 'P-201 轴承过热是什么原因？', '--export', join(folder, 'answer.md'));
    expect(await readFile(join(folder, 'answer.md'), 'utf8')).toMatch(
      /^---\nAIGC: [\s\S]*# P-201 轴承过热是什么原因？[\s\S]*不对中[\s\S]*来源支持/,
    );
    await run('ask', 'P-201 轴承过热是什么原因？', '--export', join(folder, 'answer.json'));
    const file = JSON.parse(await readFile(join(folder, 'answer.json'), 'utf8'));
    expect(file.aigc.ProduceID).toBe(file.digest);
  });
});
