import { expect, it } from 'vitest';
import { valveFunction } from './valve-function.ts';

it.each([
  ['HV-101', 'shut-off'],
  ['XV1004A', 'shut-off'],
  ['12-MOV-7', 'shut-off'],
  ['SDV-7', 'shut-off'],
  ['NRV-3', 'check'],
  ['CV-101', 'control'],
  ['FV-1004', 'control'],
  ['PCV-3', 'control'],
  ['PSV-9', 'relief'],
  ['V-101', undefined],
  ['P-101A', undefined],
  ['TK-5', undefined],
])('reads of the letters of %s that it is a valve for: %s', (tag, kind) => {
  expect(valveFunction(tag)).toBe(kind);
});
