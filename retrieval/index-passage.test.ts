import { describe, expect, it } from 'vitest';
import { type Passage, parsePassageId } from '../kernel/index.ts';
import { version } from '../kernel/ports/projection.test-support.ts';
import { embeddingText, embeddingTextFor } from './index-passage.ts';

const PASSAGE = {
  id: parsePassageId(`psg_${'0'.repeat(32)}`) as Passage['id'],
  versionId: version('manual'),
  kind: 'paragraph',
  language: 'en',
  structure: {},
  scope: [],
  anchors: [],
  order: 0,
} as const;

const manual: Passage = { ...PASSAGE, text: 'Replace the seal.', headings: ['Maintenance', 'Mechanical seal'] };
const 手册: Passage = { ...PASSAGE, language: 'zh', text: '更换机械密封。', headings: ['维护', '机械密封'] };

describe('the text whose vector stands for a passage', () => {
  it('is the innermost title and the text where words are a bag', () => {
    expect(embeddingTextFor({}, 'CWS-101 pump manual', manual)).toBe('Mechanical seal\nReplace the seal.');
    expect(embeddingTextFor({ readsOrder: false }, '泵手册', 手册)).toBe(embeddingText(手册));
  });

  it('stands under the title of its document too where the order of words counts, once', () => {
    expect(embeddingTextFor({ readsOrder: true }, 'CWS-101 pump manual', manual)).toBe(
      'CWS-101 pump manual\nMechanical seal\nReplace the seal.',
    );
    expect(embeddingTextFor({ readsOrder: true }, '泵手册', 手册)).toBe('泵手册\n机械密封\n更换机械密封。');
    expect(embeddingTextFor({ readsOrder: true }, 'Mechanical seal', manual)).toBe('Mechanical seal\nReplace the seal.');
  });

  it('is then cut behind as many tokens as such models take, of which a Han letter is one and of others three are', () => {
    const long = (text: string) => embeddingTextFor({ readsOrder: true }, 'T', { ...PASSAGE, text, headings: [] });
    expect(long('密'.repeat(1_000))).toBe(`T\n${'密'.repeat(255)}`);
    expect(long('x'.repeat(1_000))).toHaveLength(767);
    expect(long('𠮷'.repeat(1_000))).toBe(`T\n${'𠮷'.repeat(255)}`);
    expect(embeddingTextFor({}, 'T', { ...PASSAGE, text: '密'.repeat(1_000), headings: [] })).toHaveLength(1_000);
  });
});
