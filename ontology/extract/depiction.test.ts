import { describe, expect, it } from 'vitest';
import type { Passage } from '../../kernel/index.ts';
import { buildPassage, extract, factLines, type PassageParts } from './passages.fixture.ts';

const BOX = { x0: 0, y0: 0, x1: 9, y1: 3 };

function drawn(...parts: readonly PassageParts[]): Passage[] {
  return parts.map((part, order) => ({
    ...buildPassage({ ...part, order }),
    anchors: [{ kind: 'drawing', layout: 'Model', entity: `${order}A`, box: BOX }],
  }));
}

function field(name: string, value: string): PassageParts {
  const text = `${name}\t${value}`;
  const start = name.length + 1;
  return {
    kind: 'table-row',
    text,
    cells: [
      { column: '', role: 'parameter', start: 0, end: name.length },
      { column: name, role: 'value', start, end: text.length },
    ],
  };
}

const label = (text: string): PassageParts => ({ kind: 'drawing-label', text });
const depictions = (passages: readonly Passage[]) => factLines(extract(passages)).filter((line) => line.includes('DEPICTED_ON'));

describe('readDepiction', () => {
  it.each([
    ['图号', 'P-101A 冷却水泵'],
    ['DWG. NO.', 'P-101A COOLING WATER PUMP'],
  ])('says under %s on which drawing a tag is drawn, with the place', (name, words) => {
    const passages = drawn(field(name, 'CWS-PID-101'), label(words));
    expect(depictions(passages)).toEqual(['P-101A DEPICTED_ON CWS-PID-101']);
    const evidence = extract(passages).facts.find(({ fact }) => fact.predicate === 'DEPICTED_ON')?.evidence;
    expect(evidence).toMatchObject({ quote: 'P-101A', anchors: [{ kind: 'drawing', entity: '1A', box: BOX }] });
  });

  it('says it of the number of a line too, by which sheets are found on which a pipe goes on', () => {
    expect(depictions(drawn(field('DWG NO', 'D-1'), label('6"-CW-1001-A1')))).toEqual(['6"-CW-1001-A1 DEPICTED_ON D-1']);
  });

  it('takes the number of a drawing for no tag', () => {
    const { keys } = extract(drawn(field('DWG_NO', 'CWS-PID-101'), label('V-101')));
    expect(keys.map(({ type, text }) => `${type} ${text}`).filter((name) => name.endsWith('CWS-PID-101'))).toEqual(['Drawing CWS-PID-101']);
  });

  it('keeps to the sheet, also from one chunk to the next', () => {
    const first = drawn(field('DWG NO', 'D-1'), label('V-101'), { kind: 'heading', text: 'Sheet 2' }, field('DWG NO', 'D-2'));
    const { carry } = extract(first);
    const more = extract(drawn(label('V-102')), { carry });
    expect([...depictions(first), ...factLines(more)]).toEqual(['V-101 DEPICTED_ON D-1', 'V-102 DEPICTED_ON D-2']);
  });

  it('keeps to the sheet that is a page of a PDF, and to none between them', () => {
    const onPage = (page: number, opens: number, parts: readonly PassageParts[]): Passage[] =>
      parts.map((part, at) => ({
        ...buildPassage({ ...part, order: opens + at }),
        anchors: [{ kind: 'page', page, boxes: [BOX] }],
        structure: { sheet: opens },
      }));
    const sheets = [...onPage(1, 0, [field('图号', 'D-1'), label('V-101')]), ...onPage(2, 2, [label('V-102'), label('V-103')])];
    expect(depictions(sheets)).toEqual([
      'V-101 DEPICTED_ON D-1',
      'V-102 DEPICTED_ON Cooling water pump manual',
      'V-103 DEPICTED_ON Cooling water pump manual',
    ]);
  });

  it('names a drawing without a number by the title of its document, and no label of other documents', () => {
    expect(depictions(drawn(label('V-101')))).toEqual(['V-101 DEPICTED_ON Cooling water pump manual']);
    expect(depictions([buildPassage(label('V-101'))])).toEqual([]);
  });
});
