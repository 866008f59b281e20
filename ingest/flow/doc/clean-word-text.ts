const FIELD_BEGIN = '\u0013';
const FIELD_RESULT = '\u0014';
const FIELD_END = '\u0015';
/** What stands for something in the text of Word (MS-DOC 2.4.1): ends of cells, lines, pages and paragraphs, a hyphen that does not break. */
const MEANT: Readonly<Record<string, string>> = { '\u0007': '\t', '\u000b': '\n', '\f': '\n', '\r': '\n', '\u001e': '\u2011' };
/** Pictures, notes, drawn objects, hyphens that are only printed at line ends, and what was deleted. */
const NO_TEXT = /[\u0000-\u0006\u0008\u001f]/gu;

/** Text of a part of a Word document as a reader sees it: of fields their result, a line a paragraph or a row of a table. */
export function cleanWordText(text: string): string {
  /** Of the fields that are open, whether their result has begun. */
  const fields: boolean[] = [];
  let hidden = 0;
  let shown = '';
  for (const piece of text.split(/([\u0013-\u0015])/u)) {
    if (piece === FIELD_BEGIN) {
      fields.push(false);
      hidden += 1;
    } else if (piece === FIELD_RESULT && fields.at(-1) === false) {
      fields[fields.length - 1] = true;
      hidden -= 1;
    } else if (piece === FIELD_END) {
      if (fields.pop() === false) hidden -= 1;
    } else if (hidden === 0 && piece !== FIELD_RESULT) shown += piece;
  }
  return shown.replace(NO_TEXT, '').replace(/[\u0007\u000b\f\r\u001e]/gu, (sign) => MEANT[sign] ?? '');
}
