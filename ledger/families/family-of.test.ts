import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../kernel/index.ts';
import { familyOf } from './family-of.ts';

describe('familyOf', () => {
  const document = { id: 'doc_1' as DocumentId, site: 'north', translationOf: undefined };

  it('puts revisions of one number on one site together, however the number is written', () => {
    expect(familyOf(document, 'OM-1234', 'en')).toBe(familyOf({ ...document, id: 'doc_2' as DocumentId }, 'om 1234', 'en'));
    expect(familyOf(document, 'OM-1234', 'en')).not.toBe(familyOf({ ...document, site: 'south' }, 'OM-1234', 'en'));
  });

  it('keeps a translation apart', () => {
    expect(familyOf(document, 'OM-1234', 'zh')).not.toBe(familyOf(document, 'OM-1234', 'en'));
    expect(familyOf({ ...document, translationOf: 'doc_2' as DocumentId }, 'OM-1234', 'en')).not.toBe(familyOf(document, 'OM-1234', 'en'));
  });

  it('ties a document without number to itself', () => {
    expect(familyOf(document, undefined, 'en')).toBe('doc_1');
  });
});
