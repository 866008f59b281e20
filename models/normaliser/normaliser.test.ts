import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { openNormaliser } from './open-normaliser.ts';
import { restoreText } from './restore-text.test-support.ts';

const normaliser = openNormaliser();
const normalise = (text: string, masks = true) => normaliser.normalise(text, { masks, grammar: siteGrammar([]) });

describe('the normaliser that comes with Faultline', () => {
  it.each([
    ['REPL HYD PUMP L/H', 'replace hydraulic pump left hand'],
    ['c/o seized brg', 'change out seized bearing'],
    ['lift cyl u/s', 'lift cylinder unserviceable'],
    ['250hr service', '<num> hour service'],
    ['check P-201 & P-202A', 'check <id> and <id>'],
    ['vibration 8mm/s at 3000 rpm', 'vibration <num> mm/s at <num> RPM'],
    ['更换P-101A brg', '更换<id> bearing'],
    ['水泵异响，已处理', '水泵异响，已处理'],
  ])('writes %s out', (text, norm) => {
    expect(normalise(text).text).toBe(norm);
  });

  it('keeps what is masked as it was written where that is wanted', () => {
    expect(normalise('250hr service on P-201', false).text).toBe('250 hour service on P-201');
  });

  it('tells of each word where it stands, what it became and why', () => {
    expect(normalise('REPL brg').tokens).toMatchObject([
      { raw: 'REPL', norm: 'replace', start: 0, end: 4, normStart: 0, normEnd: 7, rule: 'lexicon' },
      { raw: 'brg', norm: 'bearing', start: 5, end: 8, normStart: 8, normEnd: 15, rule: 'lexicon' },
    ]);
    expect(normalise('pump').tokens).toMatchObject([{ norm: 'pump', rule: 'unchanged' }]);
  });

  it.each([
    'REPL HYD PUMP  P-101A l/h side,\t250hr svc',
    '更换P-101A brg，振动 8mm/s ',
    'self rescuer  \n u/s ＡＢＣ 50％',
    'CIR CLIP ON DRIVE LINE',
    ' 𝛼 é 轴承 re-route cross over',
  ])('can be undone: %j', (text) => {
    expect(restoreText(normalise(text))).toBe(text);
    for (const { raw, start, end } of normalise(text).tokens) expect(text.slice(start, end)).toBe(raw);
  });
});
