import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { limitInlineMarks } from './limit-inline-marks.ts';

function textsOf(markdown: string, most: number): readonly (readonly [string, string])[] {
  const [paragraph] = fromMarkdown(markdown, { extensions: [limitInlineMarks(most)] }).children;
  return paragraph?.type === 'paragraph' ? paragraph.children.map((node) => [node.type, 'value' in node ? node.value : ''] as const) : [];
}

describe('limitInlineMarks', () => {
  it('leaves the signs of a paragraph beyond the limit in its text, as written', () => {
    expect(textsOf('*泵* *pump* a_b *seal*', 4)).toEqual([
      ['emphasis', ''],
      ['text', ' '],
      ['emphasis', ''],
      ['text', ' a_b *seal*'],
    ]);
    expect(textsOf('`a` <b> `c`', 1)).toEqual([
      ['inlineCode', 'a'],
      ['text', ' '],
      ['html', '<b>'],
      ['text', ' `c`'],
    ]);
  });

  it('counts each paragraph anew', () => {
    const markdown = '*a*\n\n*b*\n';
    const { children } = fromMarkdown(markdown, { extensions: [limitInlineMarks(2)] });
    expect(children.map((node) => (node.type === 'paragraph' ? node.children[0]?.type : undefined))).toEqual(['emphasis', 'emphasis']);
  });
});
