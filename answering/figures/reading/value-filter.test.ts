import { describe, expect, it } from 'vitest';
import type { Log, LogColumn } from '../log-columns.ts';
import { quotedFilter, valueFilter } from './value-filter.ts';

const machine: LogColumn = {
  field: 'asset',
  names: ['machine'],
  holds: 'values',
  values: ['P-101A', 'P-101B', 'Boiler feed pump', '循环气压缩机'],
};
const text: LogColumn = { field: 'text', names: ['text'], holds: 'words', values: [] };
const log: Log = { kind: 'work-order', columns: [machine, text], documents: [] };
const asset = (value: string) => ({ kind: 'equals', field: 'asset', value });

describe('what words for values limit a column to', () => {
  it('is the value that they write, however it is written', () => {
    expect(valueFilter(log, machine, 'p101a', undefined)).toEqual(asset('P-101A'));
    expect(valueFilter(log, machine, '循环气压缩机', undefined)).toEqual(asset('循环气压缩机'));
  });

  it('is all values that hold them, whichever of these was read', () => {
    expect(valueFilter(log, machine, 'P-101', 'P-101A')).toEqual({ kind: 'any', filters: [asset('P-101A'), asset('P-101B')] });
    expect(valueFilter(log, machine, 'feed pump', 'Boiler feed pump')).toEqual(asset('Boiler feed pump'));
  });

  it('is what a model read where no value is called so', () => {
    expect(valueFilter(log, machine, 'syngas recycle compressor', '循环气压缩机')).toEqual(asset('循环气压缩机'));
    expect(valueFilter(log, machine, 'syngas recycle compressor', undefined)).toBeUndefined();
    expect(valueFilter(log, machine, 'turbine log', 'P-101A')).toBeUndefined();
  });

  it('is all values that have each of several words, in whatever order and form', () => {
    const part: LogColumn = { ...machine, values: ['Bearing, ball, 6310', 'Bearing, ball, 6205', 'Ball valve 6310'] };
    expect(valueFilter(log, part, '6310 bearings', undefined)).toEqual(asset('Bearing, ball, 6310'));
    expect(valueFilter(log, part, 'ball bearings', undefined)).toEqual({
      kind: 'any',
      filters: [asset('Bearing, ball, 6310'), asset('Bearing, ball, 6205')],
    });
    expect(valueFilter(log, part, '6311 bearings', undefined)).toBeUndefined();
  });

  it('is a name in a third language that a model read and that has the number, no code that may be anything', () => {
    const mill: LogColumn = { ...machine, values: ['Packmaschine 2', 'HC-02'] };
    expect(valueFilter(log, mill, 'conveyor 2', 'Packmaschine 2')).toEqual(asset('Packmaschine 2'));
    expect(valueFilter(log, mill, 'conveyor 3', 'Packmaschine 2')).toBeUndefined();
    expect(valueFilter(log, mill, 'conveyor 2', 'HC-02')).toBeUndefined();
  });

  it('is the value that stands in them as a word of its own', () => {
    const shovel: LogColumn = { ...machine, values: ['A', 'B', 'Chiller 4', 'Chiller 14'] };
    expect(valueFilter(log, shovel, 'shovel A', 'B')).toEqual(asset('A'));
    expect(valueFilter(log, shovel, 'A 号铲 09', 'A')).toBeUndefined();
    expect(valueFilter(log, shovel, 'a shovel', undefined)).toBeUndefined();
    expect(valueFilter(log, shovel, 'jump start shovel A', undefined)).toBeUndefined();
    expect(valueFilter(log, shovel, '4 号机', 'Chiller 4')).toEqual(asset('Chiller 4'));
  });

  it('is nothing where the numbers of both differ', () => {
    const chiller: LogColumn = { ...machine, values: ['Chiller 4', 'Chiller 14'] };
    expect(valueFilter(log, chiller, '5 号机', 'Chiller 4')).toBeUndefined();
    expect(valueFilter(log, chiller, '4 号机 21', 'Chiller 4')).toBeUndefined();
  });

  it('is nothing where the words and the model mean different values', () => {
    expect(valueFilter(log, machine, 'feed pump', '循环气压缩机')).toBeUndefined();
  });

  it('is nothing where the words deny and were read as a value', () => {
    const planned: LogColumn = { ...machine, values: ['TRUE', 'FALSE'] };
    expect(valueFilter(log, planned, '非计划检修', 'TRUE')).toBeUndefined();
    expect(valueFilter(log, planned, 'not planned', 'TRUE')).toBeUndefined();
    expect(valueFilter(log, planned, '计划检修', 'TRUE')).toEqual(asset('TRUE'));
  });

  it('is looked for as it is written between quotation marks, where no value holds it in the texts', () => {
    expect(quotedFilter(log, machine, 'feed pump')).toEqual(asset('Boiler feed pump'));
    expect(quotedFilter(log, machine, 'water in fuel')).toEqual({ kind: 'contains', field: 'text', text: 'water in fuel' });
  });

  it('is a text that holds them in a column of texts, without their ending', () => {
    expect(valueFilter(log, text, 'jump starts', undefined)).toEqual({ kind: 'contains', field: 'text', text: 'jump start' });
    expect(valueFilter(log, text, '抱死卡住', undefined)).toEqual({ kind: 'contains', field: 'text', text: '抱死卡住' });
    expect(valueFilter(log, text, 'x', undefined)).toBeUndefined();
  });

  it('speaks of its subject in any of its words, unless the words themselves are looked for', () => {
    expect(valueFilter(log, text, 'tooth', undefined)).toMatchObject({ kind: 'any' });
    expect(valueFilter(log, text, 'tooth', undefined, true)).toEqual({ kind: 'contains', field: 'text', text: 'tooth' });
  });
});
