import { expect, it } from 'vitest';
import { scoreEvents } from './score-events.ts';

const row = {
  id: 'r1',
  set: 'faa',
  text: 'washer cracked, bolt replaced, 螺栓松动',
  events: [
    { kind: 'failure', start: 7, end: 14 },
    { kind: 'activity', start: 21, end: 29 },
    { kind: 'condition', start: 33, end: 35 },
  ],
} as const;

it('a stretch goes with an event of its kind that it shares a word with, each once; the others are missed or invented', () => {
  const found = [
    { kind: 'state', start: 0, end: 14 },
    { kind: 'state', start: 7, end: 14 },
    { kind: 'state', start: 21, end: 29 },
    { kind: 'state', start: 34, end: 35 },
  ] as const;
  expect(scoreEvents([{ row, found }])).toEqual({
    marked: 3,
    found: 4,
    right: 2,
    wrong: [{ id: 'r1', missed: ['replaced'], invented: ['cracked', 'replaced'] }],
  });
});

it('nothing found and nothing marked is neither right nor wrong', () => {
  expect(scoreEvents([{ row: { ...row, events: [] }, found: [] }])).toEqual({ marked: 0, found: 0, right: 0, wrong: [] });
});
