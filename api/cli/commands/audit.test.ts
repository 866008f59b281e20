import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTold } from '../test-support/run-told.ts';

let folder = '';

const run = (...words: string[]) => runTold(join(folder, 'home'), words);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-audit-cli-'));
  await writeFile(join(folder, '手册.md'), '# 手册\n\nP-201 轴承过热的原因是润滑脂过多。\n');
  await run('ingest', join(folder, '手册.md'));
  await run('ask', 'P-201 轴承过热是什么原因？');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('faultline audit', () => {
  it('lists what was asked and changed by filter and page', async () => {
    expect((await run('audit', 'list')).out).toMatch(/\tlocal\tquestion-answered\t[0-9a-f]{64}\t/);
    const { out, note } = await run('audit', 'list', '--action', 'document-received', 'question-answered', '--limit', '1');
    expect(out).toContain('question-answered');
    const more = /--before \d+/.exec(note)?.[0] ?? '';
    expect((await run('audit', 'list', '--action', 'document-received', 'question-answered', ...more.split(' '))).out).toContain(
      'document-received',
    );
    expect((await run('audit', 'list', '--actor', 'nobody')).out).toBe('');
    expect(await run('audit', 'list', '--action', 'nonsense')).toMatchObject({
      code: 64,
      note: expect.stringContaining('question-answered'),
    });
  });

  it('proves an event, and verifies against a head until somebody touches the ledger, whose first place it names', async () => {
    const head = (await run('audit', 'head')).out;
    const file = join(folder, 'head.json');
    await writeFile(file, head);
    expect(JSON.parse(head)).toMatchObject({ format: 'faultline-audit-head/1' });
    expect(await run('audit', 'verify', '--head', file)).toMatchObject({ code: 0, out: expect.stringContaining('whole') });
    expect(JSON.parse((await run('audit', 'prove', '1')).out)).toMatchObject({ event: 1 });

    const database = new Sqlite(join(folder, 'home', 'ledger.db'));
    database.prepare("update audit_event set actor = 'somebody else' where number = 2").run();
    database.close();
    const broken = await run('audit', 'verify');
    expect(broken.code).toBe(65);
    expect(broken.out).toMatch(/^seal \d+: event 2: was changed after it was written$/m);
    await writeFile(file, '{"format":"other"}');
    expect((await run('audit', 'verify', '--head', file)).code).toBe(64);
  });
});
