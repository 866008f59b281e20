import { describe, expect, it } from 'vitest';
import { makePassageId } from '../../kernel/index.ts';
import type { DrawnStatement } from '../drawn-statement.ts';
import { checkDrawn } from './check-drawn.ts';
import { labelSpan } from './label-span.ts';
import { sayDrawn } from './say-drawn.ts';
import { sheetChanges } from './sheet-changes.ts';
import { sheetState } from './sheet-state.ts';
import { ACCESS, sheetsOf } from './sheets.test-support.ts';

const PLANT = sheetsOf(
  [
    ['TK-1', 'feeds', 'HV-1', '2"-CW-1-A1'],
    ['HV-1', 'feeds', 'P-1', '2"-CW-1-A1'],
    ['FT-5', 'measures', '2"-CW-1-A1'],
    ['P-1', 'feeds', 'E-1'],
  ],
  [
    ['TK-1', 'feeds', 'P-1', '4"-CW-1-A1'],
    ['PI-7', 'measures', '4"-CW-1-A1'],
    ['P-1', 'feeds', 'V-201'],
    ['V-201', 'feeds', 'E-1'],
    ['E-1', 'feeds', 'TK-1'],
  ],
);
const sheet = (title: string) => PLANT.stored.filter((one) => one.title === title);
const { grammar } = PLANT.evidence;
const [before, after] = [sheetState(sheet('sheet 1'), 'A', grammar), sheetState(sheet('sheet 2'), 'B', grammar)];
const changes = before === undefined || after === undefined ? [] : sheetChanges(before, after);
const OF = { kind: 'changed', drawing: 'D-1', from: 'A', to: 'B' } as const;

describe('what changed between two revisions of a sheet', () => {
  it('is what came, what went, lines of another size, and pipes that no such thing explains', () => {
    expect(changes.map(({ change, what, name, after: is }) => [change, what, name, ...(is === undefined ? [] : [is])])).toEqual([
      ['added', 'equipment', 'V-201'],
      ['added', 'instrument', 'PI-7'],
      ['removed', 'instrument', 'FT-5'],
      ['altered', 'line', '2"-CW-1-A1', '4"-CW-1-A1'],
      ['added', 'pipe', 'E-1 → TK-1'],
      ['removed', 'valve', 'HV-1'],
    ]);
  });

  it.each(['zh', 'en'] as const)('passes the gate as it stands on both sheets, and not otherwise (%s)', async (language) => {
    const check = async (statement: DrawnStatement, at: number): Promise<string | undefined> => {
      const places = changes[at]?.places;
      if (places === undefined) return undefined;
      const spans = [labelSpan(places[0]), labelSpan(places[1])] as const;
      const draft = { kind: 'composed', text: sayDrawn(statement, false, language), spans, drawn: statement } as const;
      return (await checkDrawn(PLANT.evidence, ACCESS, draft, statement, language)).outcome;
    };
    for (const [at, { places: _, ...change }] of changes.entries()) {
      expect(await check({ ...OF, ...change }, at)).toBe('passed');
      const turned = { added: 'removed', removed: 'added', altered: 'altered' } as const;
      const wrong = change.change === 'altered' ? { after: '6"-CW-1-A1' } : { change: turned[change.change] };
      expect(await check({ ...OF, ...change, ...wrong }, at)).toBe('failed');
      expect(await check({ ...OF, ...change, from: 'B', to: 'A' }, at)).toBe('failed');
    }
  });
});

describe('what is not known of two revisions of a sheet', () => {
  it('is whether a pipe is new of a thing of which one sheet shows no pipe at all', () => {
    const { stored } = sheetsOf(
      [
        ['TK-1', 'feeds', 'P-1'],
        ['PI-7', 'measures', 'E-1'],
      ],
      [
        ['TK-1', 'feeds', 'P-1'],
        ['P-1', 'feeds', 'E-1'],
        ['PI-7', 'measures', 'E-1'],
      ],
    );
    const [old, now] = ['sheet 1', 'sheet 2'].map((title) =>
      sheetState(
        stored.filter((one) => one.title === title),
        title,
        grammar,
      ),
    );
    expect(old === undefined || now === undefined ? undefined : sheetChanges(old, now)).toEqual([]);
  });
});

describe.each([
  ['zh', '常开', '常闭', '循环水系统', '循环水系统（改造）'],
  ['en', 'NormallyOpen', 'NormallyClose', 'COOLING WATER', 'COOLING WATER - MODIFIED'],
] as const)('sheets of files that draw nothing (%s)', (_, open, closed, title, renamed) => {
  /** All stand at one place. The marks are given to the valves the other way round than they follow each other. */
  const bare = (first: string, second: string, named: string) => {
    const [label, other] = sheetsOf([['HV-1', 'feeds', 'HV-2']]).stored;
    if (label === undefined || other === undefined) throw new Error('two labels are wanted');
    const at = label.passage.anchors;
    const [mark, another] = [
      [first, 'HV-2'],
      [second, 'HV-1'],
    ].map(([text = '', valve = ''], order) => ({
      ...label,
      passage: {
        ...label.passage,
        id: makePassageId(label.passage.versionId, 'drawing-label', String(order), text),
        text,
        structure: { drawn: [{ kind: 'state-of' as const, own: text, other: valve, otherIs: 'tag' as const, confidence: 1 }] },
      },
    }));
    const cells = [{ column: 'Drawing Name', role: 'value' as const, start: 0, end: named.length }];
    const field = { ...label, passage: { ...label.passage, kind: 'table-row' as const, text: named, structure: { table: 0 }, cells } };
    const all = [field, label, other, mark, another].flatMap((one) => one ?? []);
    return sheetState(
      all.map((one) => ({ ...one, passage: { ...one.passage, anchors: at } })),
      'A',
      grammar,
    );
  };

  it('differ by their title and by how each valve stands, as the file gives each mark to its valve', () => {
    const [old, now] = [bare(open, closed, title), bare(open, open, renamed)];
    const told = old === undefined || now === undefined ? [] : sheetChanges(old, now);
    expect(told.map(({ change, what, name, before: was, after: is }) => [change, what, name, was, is])).toEqual([
      ['altered', 'mark', 'HV-1', closed, open],
      ['altered', 'title-block', 'title', title, renamed],
    ]);
  });
});
