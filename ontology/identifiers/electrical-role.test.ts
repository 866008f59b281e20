import { expect, it } from 'vitest';
import { electricalRole, isSurelyBreaker } from './electrical-role.ts';

it.each([
  ['QF-101', 'breaker'],
  ['1QF3', 'breaker'],
  ['MCCB101', 'breaker'],
  ['=A1-Q3', 'breaker'],
  ['KM-12', 'contactor'],
  ['FR3', 'overload'],
  ['VFD-101A', 'drive'],
  ['M-101A', 'motor'],
  ['TM-1', 'transformer'],
  ['BUS-2', 'bus'],
  ['MCC-2', 'board'],
  ['WP-101', 'cable'],
  ['P-101A', undefined],
  ['K-101', undefined],
  ['HV-101', undefined],
])('reads of the letters of %s that it is: %s', (tag, role) => {
  expect(electricalRole(tag)).toBe(role);
});

it('takes no lone letter for the sign of a drawing of its own', () => {
  expect(['QF-1', 'Q-101', 'M-101'].map(isSurelyBreaker)).toEqual([true, false, false]);
});
