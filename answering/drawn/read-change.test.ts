import { describe, expect, it } from 'vitest';
import type { DrawnStatement } from '../answer.ts';
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
