import { describe, expect, it } from 'vitest';
import { phraseMarks, wordMarks } from '../../ontology/index.ts';
import { openUnderstanding } from './open-understanding.ts';

const understanding = openUnderstanding({ ofWords: wordMarks, ofPhrase: phraseMarks });
const named = (text: string, spans: readonly { start: number; end: number; type: string }[]) =>
  spans.map(({ start, end, type }) => `${text.split(' ').slice(start, end).join(' ')}: ${type}`);
const thingsOf = (text: string) => named(text, understanding.things(text.split(' ')));

describe('what is learnt of short texts of maintenance', () => {
  it('tells things, what is done and what goes on with them, and the head of a compound', () => {
    expect(thingsOf('replace leaking hydraulic pump')).toEqual([
      'replace: Activity',
      'leaking: Process',
      'hydraulic pump: PhysicalObject',
      'pump: PhysicalObject',
    ]);
  });

  it.each(['lift cylinder leaking', 'replace lift cylinder', 'dipper stick cracked', 'repair stick cylinder'])(
    'takes a part for no activity and no state: %s',
    (text) => {
      for (const word of ['lift', 'stick', 'cylinder', 'lift cylinder', 'stick cylinder', 'dipper stick']) {
        expect(thingsOf(text)).not.toContain(`${word}: Activity`);
        expect(thingsOf(text)).not.toContain(`${word}: State`);
      }
    },
  );

  it.each(['PM01', 'B737', 'KSFO', 'E0123'])('takes no code for a thing: %s', (code) => {
    expect(thingsOf(`${code} <id> pump leaking`)).not.toContain(`${code}: PhysicalObject`);
  });

  it('relates them', () => {
    const words = 'replace pump seal'.split(' ');
    const things = understanding.things(words);
    const related = understanding
      .relations(words, things)
      .map(
        ({ head, type, tail }) => `${words.slice(head.start, head.end).join(' ')} ${type} ${words.slice(tail.start, tail.end).join(' ')}`,
      );
    expect(related).toEqual(expect.arrayContaining(['replace hasParticipant/hasPatient seal', 'pump hasPart seal']));
  });

  it('offers the failure mode that an observation is likeliest of', () => {
    expect(understanding.failureMode('leaking oil').label).toBe('Leaking');
    expect(understanding.failureMode('overheating').label).toBe('Overheating');
  });
});
