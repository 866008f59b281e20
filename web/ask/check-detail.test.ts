import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDetail } from './check-detail.ts';

const ANSWERING = join(import.meta.dirname, '..', '..', 'answering');

/** Details as the code of the checks words them, with `K1` in the place of each value. */
function wordedDetails(): readonly string[] {
  const sources = readdirSync(ANSWERING, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('.test'))
    .map((path) => readFileSync(join(ANSWERING, path), 'utf8'));
  return sources
    .filter((text) => text.includes('Check'))
    .flatMap((text) => [...text.matchAll(/\bdetail: ('[^'\n]+'|`[^`\n]+`)|\bfailed\(('[^'\n]+'|`[^`\n]+`)\)/gu)])
    .map(([, one, other]) => (one ?? other ?? '').slice(1, -1))
    .map((text) => text.replace(/\$\{[^{}]*\? '([^']*)' : '[^']*'\}/gu, '$1').replace(/\$\{[^{}]*\}/gu, 'K1'));
}

describe('the detail of a check', () => {
  it('has Chinese words wherever the code of a check words one', () => {
    const worded = wordedDetails();
    expect(worded.length).toBeGreaterThan(30);
    const isLeft = (detail: string) => checkDetail('zh', detail) === detail && /[a-z]{2}/u.test(detail);
    expect(worded.filter(isLeft)).toEqual([]);
  });

  it('keeps what it quotes, and is said as it came on a page in English', () => {
    expect(checkDetail('zh', '85 N·m; the source says 41 N·m')).toBe('85 N·m；来源为 41 N·m');
    expect(checkDetail('zh', '“pump $& room” is not in the source')).toBe('“pump $& room” 不在来源中');
    expect(checkDetail('zh', 'P-101A')).toBe('P-101A');
    expect(checkDetail('en', 'no source')).toBe('no source');
  });
});
