import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { errorReduction } from './cross-validate-normaliser.ts';

const TEXTS = [
  [
    { raw: 'REPL', form: 'replace' },
    { raw: 'brg', form: 'bearing' },
    { raw: 'pump', form: 'pump' },
    { raw: 'OK', form: 'ok' },
  ],
];
const choosing = (forms: Readonly<Record<string, string>>) => (words: readonly string[]) =>
  words.map((word) => ({ form: forms[word] ?? word, origins: [], chance: 1 }));

describe('error reduction', () => {
  it('counts what was mended and takes off what was spoilt', () => {
    const grammar = siteGrammar([]);
    expect(errorReduction(choosing({}), TEXTS, grammar)).toEqual({ exact: 0, anyCase: 0 });
    expect(errorReduction(choosing({ REPL: 'replace', brg: 'bearing', OK: 'ok' }), TEXTS, grammar)).toEqual({ exact: 1, anyCase: 1 });
    expect(errorReduction(choosing({ REPL: 'replace', pump: 'bump' }), TEXTS, grammar)).toEqual({ exact: 0, anyCase: 0 });
  });
});
