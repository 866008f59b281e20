import { describe, expect, it } from 'vitest';
import type { DrawnRelation, Passage } from '../../kernel/index.ts';
import { buildPassage, extract, factLines } from './passages.fixture.ts';

function label(text: string, ...drawn: readonly DrawnRelation[]): Passage {
  return {
    ...buildPassage({ kind: 'drawing-label', text }),
    anchors: [{ kind: 'drawing', layout: 'Model', entity: '1A', box: { x0: 0, y0: 0, x1: 9, y1: 3 } }],
    structure: { drawn },
  };
}
const said = (passage: Passage) => factLines(extract([passage])).filter((line) => !/DEPICTED_ON|OF_CLASS/u.test(line));
const tag = { otherIs: 'tag', confidence: 0.9 } as const;

describe('readDrawnRelations', () => {
  it.each(['P-101A 冷却水泵', 'P-101A COOLING WATER PUMP'])(
    'says of %s what it feeds and what feeds it, derived, with the tag as evidence',
    (text) => {
      const passage = label(
        text,
        { kind: 'feeds', own: 'P-101A', other: 'CV-101', line: '6"-CW-1001-A1', ...tag },
        { kind: 'fed-by', own: 'P-101A', other: 'S-12', ...tag },
      );
      expect(said(passage)).toEqual([
        expect.stringMatching(/^P-101A CONNECTS_TO CV-101/),
        expect.stringMatching(/^S-12 CONNECTS_TO P-101A/),
      ]);
      const evidence = extract([passage])
        .facts.filter(({ fact }) => fact.predicate === 'CONNECTS_TO')
        .map((one) => one.evidence);
      expect(evidence).toMatchObject([
        { quote: 'P-101A', status: 'derived', confidence: 0.9 },
        { quote: 'P-101A', status: 'derived', confidence: 0.9 },
      ]);
    },
  );

  it('knows instruments printed without hyphens, what they measure and control, and their loop', () => {
    const passage = label(
      'FIC1004',
      { kind: 'measures', own: 'FIC1004', other: '6"-CW-1001-A1', otherIs: 'line', confidence: 0.8 },
      { kind: 'controls', own: 'FIC1004', other: 'FV-1004', ...tag },
      { kind: 'in-loop', own: 'FIC1004', other: 'F-1004', otherIs: 'loop', confidence: 0.9 },
    );
    expect(said(passage)).toEqual(['FIC1004 MEASURES 6"-CW-1001-A1', 'FIC1004 CONTROLS FV-1004', 'FIC1004 MEMBER_OF_LOOP F-1004']);
  });

  it('joins sheets by the number of the line that goes on there', () => {
    const leaving = label('E-101', {
      kind: 'feeds',
      own: 'E-101',
      other: 'A',
      otherIs: 'connector',
      line: '6"-CW-1001-A1',
      confidence: 0.9,
    });
    const entering = label('V-201', {
      kind: 'fed-by',
      own: 'V-201',
      other: 'A',
      otherIs: 'connector',
      line: '6"-CW-1001-A1',
      confidence: 0.9,
    });
    expect([...said(leaving), ...said(entering)]).toEqual(['E-101 CONNECTS_TO 6"-CW-1001-A1', '6"-CW-1001-A1 CONNECTS_TO V-201']);
  });

  it('takes a pipe without a direction for no fact, and reads nothing of a sheet out of use', () => {
    expect(said(label('P-101A', { kind: 'joins', own: 'P-101A', other: 'V-2', ...tag }))).toEqual([]);
    const passage = label('P-101A', { kind: 'feeds', own: 'P-101A', other: 'V-2', ...tag });
    expect(said({ ...passage, structure: { ...passage.structure, stamp: 'void' } })).toEqual([]);
  });
});
