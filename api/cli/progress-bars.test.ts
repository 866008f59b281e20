import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readingWords } from '../../app/index.ts';
import { makeDocumentId, makeVersionId, type TenantId } from '../../kernel/index.ts';
import type { CommandLine } from './command-line.ts';
import { openLook, openProgress, sayTotals } from './progress-bars.ts';

const MINUTE = 60_000;
const NAME = '规程\u001b]0;owned\u0007\u009b2J\n\u202egpj.md';
const SHOWN = '规程\\u001b]0;owned\\u0007\\u009b2J\\n\\u202egpj.md';

/** A terminal that keeps what it is sent, and a command line on it. */
function openTerminal() {
  const terminal = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true, columns: 400 });
  const line: CommandLine = {
    out: () => undefined,
    note: () => undefined,
    isTerminal: true,
    startedAs: 'faultline',
    isInteractive: false,
    secret: async () => '',
    signal: new AbortController().signal,
  };
  return { line, terminal, sent: () => String(terminal.read() ?? '') };
}

describe('bars on a terminal', () => {
  it('show the name of a document that is read without what would move the cursor', () => {
    const { line, terminal, sent } = openTerminal();
    const progress = openProgress(line, readingWords('zh'), () => 0, terminal);
    const versionId = makeVersionId(makeDocumentId('plant' as TenantId, 'a'), 'a');
    progress.show({ versionId, fileName: NAME, stage: 'read', chunk: 0, done: 1, total: 2, unit: 'page' });
    progress.show({ versionId, fileName: NAME, stage: 'read', chunk: 1, done: 2, total: 2, unit: 'page' });
    progress.end();
    const text = sent();
    expect(text).toContain(SHOWN);
    expect(text).not.toContain('\u001b]');
    expect(text).not.toMatch(/[\u0007\u009b\u202e]/);
  });

  it('show the name of a file that is looked at so too', () => {
    const { line, terminal, sent } = openTerminal();
    const look = openLook(line, terminal);
    look.show({ uri: NAME, number: 1, total: 2 });
    look.show({ uri: NAME, number: 2, total: 2 });
    look.end();
    const text = sent();
    expect(text).toContain(SHOWN);
    expect(text).not.toContain('\u001b]');
    expect(text).not.toMatch(/[\u0007\u009b\u202e]/);
  });
});

describe('the line over all files that are read', () => {
  it('counts those that are done, tells those that were not read apart, and the time that the rest will take', () => {
    const totals = { files: 40, ended: 10, failed: 2, share: 0.25 };
    expect(sayTotals(totals, readingWords('en'), 2 * MINUTE)).toBe('10 of 40 files, 2 not read, about 6 min left');
    expect(sayTotals(totals, readingWords('zh'), 2 * MINUTE)).toBe('10/40 个文件，2 个未读取，剩余约 6 分钟');
  });

  it('promises no time before anything is done, nor when all is', () => {
    expect(sayTotals({ files: 3, ended: 0, failed: 0, share: 0 }, readingWords('en'), MINUTE)).toBe('0 of 3 files');
    expect(sayTotals({ files: 3, ended: 3, failed: 0, share: 1 }, readingWords('zh'), MINUTE)).toBe('3/3 个文件');
  });
});
