import { describe, expect, it } from 'vitest';
import { findConcepts, siteGrammar } from '../../ontology/index.ts';
import type { Term } from '../question/question.ts';
import { bagOf } from './evidence-unit.ts';
import { termMatch } from './term-match.ts';

function term(text: string): Term {
  const whole = findConcepts(text).find((mention) => mention.start === 0 && mention.end === text.length);
  return { text, start: 0, end: text.length, ...(whole === undefined ? {} : { concept: whole.concept.id }) };
}
const match = (asked: string, evidence: string) => termMatch(term(asked), bagOf(evidence, siteGrammar([])));

describe('termMatch', () => {
  it('accounts for a term by its own words and by another name of the same thing', () => {
    expect(match('mechanical seal', 'Mechanical seals')).toBe(1);
    expect(match('机封', '机械密封')).toBe(1);
    expect(match('mechanical seal', '机械密封')).toBe(1);
  });

  it('never takes one kind of a thing for another kind of it', () => {
    expect(match('foundation bolts', 'Flange bolts DN 100')).toBe(0);
    expect(match('地脚螺栓', 'DN 100 法兰螺栓')).toBe(0);
    expect(match('cap screws', 'Motor foot screws')).toBe(0);
    expect(match('foundation bolts', 'Foundation bolts M20')).toBe(1);
    expect(match('foundation bolts', '地脚螺栓')).toBe(1);
  });
});
