import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCorrected, asPrinted } from './corrected-passage.ts';
import type { DecisionId, PassageId, VersionId } from './ids.ts';
import type { Passage } from './passage.ts';

const decision = 'dec_00000000000000000000000000000001' as DecisionId;

function passageOf(texts: readonly string[]): Passage {
  let text = '';
  const cells = texts.map((cell, index) => {
    if (index > 0) text += '\t';
    const start = text.length;
    text += cell;
    return { column: `column ${index}`, start, end: text.length };
  });
  return {
    id: 'psg_00000000000000000000000000000001' as PassageId,
    versionId: 'ver_00000000000000000000000000000001' as VersionId,
    kind: 'table-row',
    text,
    language: 'mixed',
    headings: [],
    anchors: [{ kind: 'block', path: 'table/1/row/1', start: 0, end: text.length }],
    order: 0,
    cells,
    structure: {},
    scope: [],
  };
}

/** Each cell is corrected to the text given for it, or left. */
function corrected(texts: readonly string[], said: readonly (string | undefined)[]): Passage {
  const passage = passageOf(texts);
  const corrections = (passage.cells ?? []).flatMap(({ start, end }, index) => {
    const text = said[index];
    return text === undefined ? [] : [{ decision, start, end, text }];
  });
  return asCorrected({ ...passage, corrections });
}

describe('a corrected passage', () => {
  it('reads as people say and is quoted as printed', () => {
    const passage = corrected(['压力 pressure', '12O', 'bar'], [undefined, '120', undefined]);
    expect(passage.text).toBe('压力 pressure\t120\tbar');
    expect(passage.cells?.map(({ start, end }) => passage.text.slice(start, end))).toEqual(['压力 pressure', '120', 'bar']);
    const [, value] = passage.cells ?? [];
    if (value === undefined) throw new Error('the row has cells');
    expect(asPrinted(passage, value)).toMatchObject({
      start: value.start,
      end: value.start + 3,
      corrections: [{ text: '120' }],
      decisions: [decision],
    });
    expect(asPrinted(passage, value).passage.text).toBe('压力 pressure\t12O\tbar');
    expect(asPrinted(passage, { start: 0, end: 2 }).decisions).toEqual([]);
  });

  it('quotes the whole row where an empty cell was filled', () => {
    const passage = corrected(['flow', '', 'm³/h'], [undefined, '80', undefined]);
    expect(passage.text).toBe('flow\t80\tm³/h');
    expect(asPrinted(passage, { start: 5, end: 7 })).toMatchObject({ start: 0, end: 10 });
  });

  it('is itself without corrections', () => {
    const passage = passageOf(['a']);
    expect(asCorrected(passage)).toBe(passage);
    expect(asPrinted(passage, { start: 0, end: 1 })).toEqual({ passage, start: 0, end: 1, corrections: [], decisions: [] });
  });

  it('finds every cell in its place on both sides, whatever was corrected', () => {
    const word = fc.constantFrom('', '12O', 'P-1O1', '密封', 'seal wear', '0');
    const said = fc.option(fc.constantFrom('1', '120 bar', '机械密封'), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, said), { minLength: 1, maxLength: 5 }), (row) => {
        const texts = row.map(([text]) => text);
        const passage = corrected(
          texts,
          row.map(([, text]) => text),
        );
        const printed = passageOf(texts);
        for (const [index, [read, text]] of row.entries()) {
          const [cell, own] = [passage.cells?.[index], printed.cells?.[index]];
          if (cell === undefined || own === undefined) throw new Error('each text is a cell');
          expect(passage.text.slice(cell.start, cell.end)).toBe(text ?? read);
          const place = asPrinted(passage, cell);
          if (own.end > own.start) expect([place.start, place.end]).toEqual([own.start, own.end]);
          expect(place.passage.text).toBe(printed.text);
          expect(place.corrections.map((correction) => correction.text)).toEqual(text === undefined ? [] : [text]);
        }
      }),
    );
  });
});
