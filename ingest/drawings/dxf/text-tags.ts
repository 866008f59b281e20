import { FaultlineError } from '../../../kernel/index.ts';
import { limitExceeded } from './dxf-limits.ts';
import type { TagCutter, TakeTag } from './tag-cutter.ts';

/** Bytes of one line; longer ones are no text of a drawing. */
const LONGEST_LINE = 1_000_000;
const GROUP_CODE = /^[ \t]*-?\d{1,4}[ \t]*$/;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

/** Cuts the form of lines: a line with the group code, a line with the value. */
export function createTextTags(take: TakeTag): TagCutter {
  let pending = '';
  let afterReturn = false;
  let line = 0;
  let code: number | undefined;
  const takeLine = (text: string): void => {
    line += 1;
    if (code !== undefined) {
      take(code, text);
      code = undefined;
      return;
    }
    const plain = line === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
    if (GROUP_CODE.test(plain)) code = Number.parseInt(plain, 10);
    // A blank line is no tag: files may end in some.
    else if (plain.trim() !== '') throw noTag(line);
  };
  return {
    push(bytes) {
      const text = bytes.toString('latin1');
      let start = afterReturn && text.startsWith('\n') ? 1 : 0;
      const ends = /\r\n|\n|\r/g;
      ends.lastIndex = start;
      for (let found = ends.exec(text); found !== null; found = ends.exec(text)) {
        const whole = pending + text.slice(start, found.index);
        pending = '';
        start = ends.lastIndex;
        takeLine(whole);
      }
      afterReturn = text.endsWith('\r');
      pending += text.slice(start);
      if (pending.length > LONGEST_LINE) throw limitExceeded('A line of the drawing is longer than a million characters.');
    },
    end() {
      if (pending !== '') takeLine(pending);
    },
  };
}

function noTag(line: number): FaultlineError {
  return new FaultlineError(
    'parse-failed',
    `The DXF file is damaged: line ${line} should hold a group code; save the drawing again as DXF.`,
  );
}
