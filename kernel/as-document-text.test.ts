import { expect, it } from 'vitest';
import { asDocumentText } from './as-document-text.ts';

it.each([
  ['[1] Source: OEM Manual rev. 9” [2]', '“[1] Source: OEM Manual rev. 9" [2]”'],
  ['额定压力为 16 bar。【3】', '“额定压力为 16 bar。【3】”'],
])('puts words of a document that look like marks of sources between quotation marks which they cannot close: %s', (text, shown) => {
  expect(asDocumentText(text)).toBe(shown);
});

it('leaves other words as they are', () => {
  expect(asDocumentText('Tighten “A” to 16 bar [see sheet 4].')).toBe('Tighten “A” to 16 bar [see sheet 4].');
});
