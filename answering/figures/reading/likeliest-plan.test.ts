import { describe, expect, it } from 'vitest';
import type { RowQuestionReading } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import type { Log } from '../log-columns.ts';
import { likeliestPlan } from './likeliest-plan.ts';
import { showColumns } from './show-columns.ts';

const LOG: Log = {
  kind: 'work-order',
  columns: [
    { field: 'asset', names: ['machine'], holds: 'values', values: ['引风机', 'P-101'] },
    { field: 'duration', names: ['downtime'], holds: 'numbers', values: [], unit: 'h' },
  ],
  documents: [],
};
const TEXT = 'hours P-101 was down';
const MACHINE = { is: 'value', start: 6, end: 11, column: 0 } as const;
const HOURS = { is: 'column', start: 0, end: 5, column: 1 } as const;
const NONE = { whole: false, denied: false, operator: 'none' } as const;
const READING: RowQuestionReading = {
  ask: 'sum',
  group: 'none',
  ranked: false,
  measured: 1,
  words: [HOURS, MACHINE],
  columns: [{ ...NONE, operator: '=' }, NONE],
  chance: 0.2,
};

const likeliest = (readings: readonly Partial<RowQuestionReading>[], mayLookUp = true) =>
  likeliestPlan(
    readings.map((reading) => ({
      text: TEXT,
      grammar: siteGrammar([]),
      tokens: [],
      log: LOG,
      shown: showColumns(TEXT, LOG),
      reading: { ...READING, ...reading },
      now: 0,
    })),
    mayLookUp,
  );

describe('the likeliest plan of the readings of a question', () => {
  it('is the one that most of them come to, however its words were read', () => {
    const made = likeliest([
      { ask: 'count', words: [MACHINE], chance: 0.3 },
      { chance: 0.2 },
      { words: [HOURS, MACHINE, { is: 'matter', start: 12, end: 20 }], chance: 0.2 },
    ]);
    expect(made).toMatchObject({ kind: 'plan', plan: { shapes: [{ measure: { kind: 'sum', field: 'duration' } }] } });
    expect(made.kind === 'plan' && made.chance).toBeCloseTo(0.4 / 0.7, 10);
  });

  it('is as likely as it is among readings that make a plan, little less for those that make none', () => {
    const made = likeliest([{ words: [], chance: 0.6 }, { chance: 0.1 }]);
    expect(made.kind === 'plan' && made.chance).toBeCloseTo(0.1 / (0.1 + 0.05 * 0.6), 10);
  });

  it('is none where most find that no rows are asked for, and unclear where no reading makes one', () => {
    expect(likeliest([{ ask: 'other', chance: 0.5 }, { chance: 0.1 }])).toEqual({ kind: 'none', ofAll: 0.5 });
    expect(likeliest([{ words: [] }]).kind).toBe('unclear');
    expect(likeliest([]).kind).toBe('unclear');
  });

  it('is none where words ask for what no column tells, however surely all else is read', () => {
    const lacking = { words: [MACHINE, { is: 'lacking', start: 12, end: 20 } as const], chance: 0.6 };
    expect(likeliest([lacking, { chance: 0.3 }]).kind).toBe('none');
    expect(likeliest([{ ...lacking, chance: 0.1 }, { chance: 0.4 }])).toMatchObject({ kind: 'plan', chance: expect.closeTo(0.8, 10) });
  });

  it('looks values up first where most readings need that, and takes those for no plan where it has been done', () => {
    const unknown = { words: [{ ...MACHINE, end: 9 }], chance: 0.5 };
    expect(likeliest([unknown, { chance: 0.1 }]).kind).toBe('look up');
    expect(likeliest([unknown, { chance: 0.1 }], false).kind).toBe('plan');
  });
});
