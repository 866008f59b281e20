import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../kernel/index.ts';
import { isWordKey } from '../languages/speak.ts';
import { readingReason } from './reading-reason.ts';

const INGEST = join(import.meta.dirname, '..', '..', 'ingest');

/** Reasons as readers word them, with `K1` in the place of each value. */
function wordedReasons(): readonly string[] {
  const sources = readdirSync(INGEST, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('.test'))
    .map((path) => readFileSync(join(INGEST, path), 'utf8'));
  return sources
    .flatMap((text) => [
      ...text.matchAll(/\breason: ('[A-Z][^'\n]+\.'|`[A-Z][^`\n]+\.`)/gu),
      ...text.matchAll(/FaultlineError\(\s*'(?:parse-failed|limit-exceeded)',\s*('[^'\n]+'|`[^`\n]+`)/gu),
    ])
    .map(([, text = '']) => text.slice(1, -1).replace(/\$\{[^{}]*\}/gu, 'K1'));
}

/** Said of what is drawn, or of a photo, which the page words by their codes: neither is a document that could not be read. */
const NOT_OF_READING = /^(?:The page could not be drawn|Drawing the page|The photo )/u;

describe('why a document was not read', () => {
  it('is said in Chinese on the Chinese page, wherever a reader words a reason', () => {
    const worded = wordedReasons().filter((reason) => !NOT_OF_READING.test(reason));
    expect(worded.length).toBeGreaterThan(30);
    expect(worded.filter((reason) => /[a-z]{3,} [a-z]{3,}/u.test(readingReason('zh', 'damaged', reason)))).toEqual([]);
  });

  it.each([
    [
      'damaged',
      'The file is damaged or cut short: its zip directory cannot be read (end of central directory not found).',
      '文件已损坏或不完整：无法读取其压缩目录（end of central directory not found）。',
    ],
    [
      'limit-exceeded',
      'Reading took more work than the 60 s allowed for its size and what was read of it. Nothing of it was read.',
      '读取所需的时间超过按其大小所允许的 60 秒。没有读取任何内容。',
    ],
    [
      'unsupported-format',
      'The file seems to be a DWG file (image/vnd.dwg). Nothing of it was read.',
      '文件似乎是 DWG 文件（image/vnd.dwg）。没有读取任何内容。',
    ],
    ['encrypted', 'Something new.', '文件有密码保护：请去除密码后重新发送。（Something new.）'],
  ])('says all its sentences, or what to do about it (%s)', (outcome, reason, chinese) => {
    expect(readingReason('zh', outcome, reason)).toBe(chinese);
    expect(readingReason('en', outcome, reason)).toBe(reason);
  });

  it('comes with what to do for every outcome that leaves something unread', () => {
    expect(OUTCOMES.filter((outcome) => !isWordKey(`remedy.${outcome}`))).toEqual(['visible']);
  });
});
