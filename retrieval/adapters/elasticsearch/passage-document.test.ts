import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageLine } from '../../passage-line.ts';
import { keyOf, passage, unitVector } from '../../search-index.test-support.ts';
import { passageDocument, readPassageDocument } from './passage-document.ts';
import { termOf } from './term-of.ts';

const HOSTILE = ['', '\ud800', '\udfff轴', 'a\u001cb', '\u{E000}x', '泵'.repeat(20_000), '"}{"_source":1', '*', '\u0000', 'a\u00a0b'];

test('a passage comes back from its document to the last bit, whatever marks its tokens hold', () => {
  const token = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.constantFrom('轴承', 'bearing', 'p-101a'));
  fc.assert(
    fc.property(
      fc.array(token),
      fc.uniqueArray(token),
      fc.option(fc.float32Array({ minLength: 4, maxLength: 4, noNaN: true }), { nil: undefined }),
      (tokens, exact, vector) => {
        const one = passage('v', 'p', '', { tokens, exact, scope: [keyOf('P1')], ...(vector === undefined ? {} : { vector }) });
        const { passage: read, isSound } = readPassageDocument(JSON.parse(passageDocument(one, one.versionId, 'run')));
        expect(read.tokens).toEqual(tokens);
        expect(passageLine(read)).toBe(passageLine(one));
        expect(isSound).toBe(true);
      },
    ),
  );
});

test('a term has no white space, fits the index, and no two tokens share one', () => {
  const seen = new Map<string, string>();
  for (const token of [...HOSTILE, ...HOSTILE.map(termOf), 'plain', '轴承', `${'x'.repeat(200)}`, `${'x'.repeat(201)}`]) {
    const term = termOf(token);
    expect(term).toMatch(/^\S+$/u);
    expect(Buffer.byteLength(term)).toBeLessThan(1_000);
    expect(seen.get(term) ?? token).toBe(token);
    seen.set(term, token);
  }
});

test('a document that was changed by hand is found out', () => {
  const one = passage('v', 'p', '轴承 过热', { vector: unitVector(() => 0.3) });
  const document = JSON.parse(passageDocument(one, one.versionId, 'run'));
  expect(readPassageDocument({ ...document, length: 7 }).isSound).toBe(false);
  expect(() => readPassageDocument({ ...document, kind: 'poem' })).toThrow(expect.objectContaining({ code: 'storage-failed' }));
});
