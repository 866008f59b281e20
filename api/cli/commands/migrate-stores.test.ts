import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { type ServerSite, withServerSite } from '../../../tools/services/server-site.test-support.ts';
import { runTold } from '../test-support/run-told.ts';

const MINUTES = 900_000;
const QUESTION = 'P-201 轴承过热是什么原因？';

let folder = '';

const run = (...words: string[]) => runTold(join(folder, 'home'), words);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-migrate-cli-'));
  await writeFile(join(folder, '手册.md'), '# 手册\n\nP-201 轴承过热的原因是润滑脂过多。\n');
  await writeFile(join(folder, 'notes.txt'), 'Alarm E101 of P-201 means dry running.\n');
  await run('ingest', join(folder, '手册.md'));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The lines of settings that an engineer writes to say where the stores shall be. */
const settingsOf = ({ ledgerUrl, graphUrl, graphUser, graphPassword, searchUrl, storeName }: ServerSite) => ({
  FAULTLINE_LEDGER_URL: ledgerUrl,
  FAULTLINE_GRAPH_URL: graphUrl,
  FAULTLINE_GRAPH_USER: graphUser,
  FAULTLINE_GRAPH_PASSWORD: graphPassword,
  FAULTLINE_SEARCH_URL: searchUrl,
  FAULTLINE_STORE_NAME: storeName,
  FAULTLINE_STORE_MILLISECONDS: '20000',
});

describe('faultline migrate-stores', () => {
  it('refuses a request that says no place or two, a file that is not there, and settings that are none', async () => {
    const settings = join(folder, 'wrong.env');
    await writeFile(settings, 'FAULTLINE_GRAPH_URL=http://host\n');
    expect(await run('migrate-stores')).toMatchObject({ code: 64, note: expect.stringContaining('--to-files') });
    expect((await run('migrate-stores', '--to-files', '--undo')).code).toBe(64);
    expect((await run('migrate-stores', '--to', join(folder, 'none.env'))).code).toBe(66);
    expect(await run('migrate-stores', '--to', settings)).toMatchObject({ code: 78, note: expect.stringContaining('bolt://') });
    expect(await run('migrate-stores', '--undo')).toMatchObject({ code: 65, note: expect.stringContaining('not moved') });
    expect((await run('doctor')).code).toBe(0);
  });
});

describeServers('faultline migrate-stores with servers', (servers) => {
  it(
    'moves a site that is then found there, says so of the place that it left, and takes the move back',
    async () => {
      await withServerSite(servers, async (site) => {
        const settings = settingsOf(site);
        const file = join(folder, 'servers.env');
        await writeFile(
          file,
          Object.entries(settings)
            .map(([name, value]) => `${name}='${value}'\n`)
            .join(''),
        );
        const answered = (await run('ask', QUESTION)).out;
        expect(answered).toContain('润滑脂过多');

        const moved = await run('migrate-stores', '--to', file);
        expect(moved.code).toBe(0);
        expect(moved.out).toMatch(/^ledger\t.*ledger\.db\tpostgres:\/\/\S+$/m);
        expect(moved.out).toMatch(/^[1-9]\d* rows copied and found equal, [1-9]\d* units of graph and search index compared$/m);
        expect(moved.note).toMatch(/^copy \w+$/m);
        expect(moved.out + moved.note).not.toContain(site.graphPassword);

        expect(await run('doctor')).toMatchObject({ code: 65, out: expect.stringMatching(/^✗ ledger: was moved to postgres:.*--undo/m) });
        expect((await run('ingest', join(folder, 'notes.txt'))).code).toBe(75);
        for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
        expect((await run('ask', QUESTION)).out).toBe(answered);
        expect(await run('doctor')).toMatchObject({ code: 0, out: expect.stringContaining('✓ ledger: takes writes') });
        expect((await run('ingest', join(folder, 'notes.txt'))).out).toMatch(/^visible\tnotes\.txt/m);

        vi.unstubAllEnvs();
        const back = await run('migrate-stores', '--undo');
        expect(back).toMatchObject({ code: 0, out: expect.stringContaining('takes writes again') });
        expect((await run('doctor')).code).toBe(0);
      });
    },
    MINUTES,
  );
});
