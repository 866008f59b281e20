import type { Anchor } from '../contract.ts';
import { isWordKey, type Speak } from '../languages/speak.ts';

/** Where in its document something stands, in words of the page; equal places once, sections by their printed title where it is known. */
export function describePlace(words: Speak, anchors: readonly Anchor[], section?: string): string {
  return [...new Set(anchors.map((anchor) => describeAnchor(words, anchor, section)))].join(' · ');
}

function describeAnchor(words: Speak, anchor: Anchor, section: string | undefined): string {
  switch (anchor.kind) {
    case 'page':
      return words('place.page', { number: anchor.page });
    case 'row':
      return [
        ...(anchor.sheet === '' ? [] : [words('place.sheet', { name: anchor.sheet })]),
        words('place.row', { number: anchor.row }),
        ...(anchor.line === undefined ? [] : [words('place.line', { number: anchor.line })]),
        ...(anchor.column === undefined ? [] : [columnOf(words, anchor.column)]),
      ].join(', ');
    case 'block':
      return describePath(words, anchor.path, section);
    case 'drawing':
      return words('place.drawing', { layout: anchor.layout, entity: anchor.entity });
    default:
      return anchor satisfies never;
  }
}

/** What readers of tables call a column without a header. */
const UNNAMED = /^column (\d+)$/u;

function columnOf(words: Speak, column: string): string {
  const number = UNNAMED.exec(column)?.[1];
  return number === undefined ? words('place.column', { name: column }) : words('place.columnNumber', { number });
}

/** `section/2/table/1/row/3` in words; a path of another form as it is. */
function describePath(words: Speak, path: string, section: string | undefined): string {
  // A title is where its section begins.
  const parts = path.replace(/\/heading$/u, '').split('/');
  const said: string[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const key = `block.${parts[at]}`;
    const number = parts[at + 1] ?? '';
    if (!isWordKey(key)) return path;
    // What stands before the first title is in no section.
    if (key !== 'block.section' || number !== '0')
      said.push(key === 'block.section' && section !== undefined ? words('place.section', { title: section }) : words(key, { number }));
  }
  return parts.length % 2 === 0 && said.length > 0 ? said.join(', ') : path;
}
