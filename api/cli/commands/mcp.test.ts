import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programEntry } from '../../../kernel/index.ts';
import { answerSchema } from '../../contract/answer.ts';
import { runTold } from '../test-support/run-told.ts';

let folder = '';
let client: Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-mcp-'));
  const home = join(folder, 'home');
  await writeFile(join(folder, 'note.md'), '# 泵 P-301\n\nP-301 振动过大的原因是轴承磨损。\n\nThe tightening torque of P-301 is 48 N·m.\n');
  expect((await runTold(home, ['ingest', join(folder, 'note.md')])).code).toBe(0);
  const { path, execArgv } = programEntry(new URL('../main.ts', import.meta.url));
  client = new Client({ name: 'transcript', version: '1' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [...execArgv, path, 'mcp', '--home', home], stderr: 'pipe' }),
  );
});
afterAll(async () => {
  await client.close();
  await rm(folder, { recursive: true, force: true });
});

describe('faultline mcp', () => {
  it.each([
    ['P-301 振动过大的原因是什么？', '轴承磨损'],
    ['What is the tightening torque of P-301?', '48 N·m'],
  ])("answers the SDK's own client that asks %s", async (question, said) => {
    const { structuredContent } = await client.callTool({ name: 'ask', arguments: { question } });
    const { content } = answerSchema.parse(structuredContent);
    expect(content).toMatchObject({ decision: 'answered', citations: [{ quote: expect.stringContaining(said) }] });
  });

  it('answers calls that come together, and goes on after one that its client gave up', async () => {
    const give = new AbortController();
    const given = client.callTool({ name: 'search', arguments: { query: 'P-301' } }, undefined, { signal: give.signal });
    give.abort('enough');
    await expect(given).rejects.toThrow();
    const both = await Promise.all(['轴承', 'torque'].map((query) => client.callTool({ name: 'search', arguments: { query } })));
    for (const { structuredContent } of both)
      expect(structuredContent).toMatchObject({ hits: expect.arrayContaining([expect.objectContaining({ title: '泵 P-301' })]) });
  });

  it('may look things up and change nothing', async () => {
    const { tools } = await client.listTools();
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    await expect(client.callTool({ name: 'remove', arguments: {} })).rejects.toMatchObject({ code: -32602 });
  });
});
