import { describe, expect, it } from 'vitest';
import { factsOfDocuments } from './facts-of-documents.ts';

const lines = [
  { line: 'version', id: 'v1', document: 'd1' },
  { line: 'key-use', key: 'k1', text: 'P-101A' },
  ...['f1', 'f2', 'f3'].map((id, at) => ({ line: 'fact', id, subject: 'k1', predicate: 'HAS_SPEC', content: `“${at}” – x` })),
  ...['f1', 'f2', 'f3'].map((fact) => ({ line: 'support', fact, version: 'v1' })),
  { line: 'passage', id: 'drawn', content: {} },
  { line: 'passage', id: 'picture', content: { recognition: { engine: 'any' } } },
  { line: 'evidence', fact: 'f1', version: 'v1', passage: 'picture' },
  { line: 'evidence', fact: 'f2', version: 'v1', passage: 'picture' },
  { line: 'evidence', fact: 'f2', version: 'v1', passage: 'drawn' },
  { line: 'chunk', id: 'of no concern' },
];

async function* exported(): AsyncGenerator<string> {
  for (const line of lines) yield JSON.stringify(line);
}

describe('factsOfDocuments', () => {
  it('tells each fact in words, and whether it is known of pictures alone', async () => {
    const facts = (await factsOfDocuments({ ledger: { exportCanonical: exported } }, (id) => (id === 'd1' ? 'manual.pdf' : undefined))).get(
      'manual.pdf',
    );
    expect([...(facts ?? []).values()].map(({ words, ofPicture }) => [words, ofPicture])).toEqual([
      ['P-101A HAS_SPEC "“0” – x"', true],
      ['P-101A HAS_SPEC "“1” – x"', false],
      ['P-101A HAS_SPEC "“2” – x"', false],
    ]);
    // Print and scan differ in the form of quotation marks and dashes.
    expect([...(facts ?? []).keys()][0]).toContain('"0"-x');
  });
});
