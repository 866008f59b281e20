import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { checkPattern } from './check-pattern.ts';

describe('a site’s pattern of codes', () => {
  it.each([
    'PUMP/\\d\\.[A-Z]',
    '[A-Z]{1,4}-\\d{2,6}[A-Z]?',
    '\\d{2}[A-Z]{3}\\d+',
    '(?:AB|CD)\\d{3}(?:-\\d{1,2})?',
    '\\p{sc=Han}{1,3}泵-\\d+',
    '第\\d+号机',
    'K\\+\\d{3}',
  ])('is taken: %s', (source) => {
    expect(checkPattern(source)).toBeUndefined();
  });

  it.each([
    ['[A-Z', 'is no regular expression'],
    ['\\d*', 'fits a text of no characters'],
    ['(\\d+)+X', 'may be tried in so many ways'],
    ['(?:[A-Z]+\\d*)+-', 'may be tried in so many ways'],
    ['(a|a)*b', 'fits a text|may be tried in so many ways'],
    ['(a|a){1,30}b', 'may be tried in so many ways'],
    ['\\w+\\w+\\w+\\w+-', 'may be tried in so many ways'],
    ['(?<=P)\\d{3}', 'looks back'],
    ['([A-Z])\\1\\d', 'looks back or refers back'],
    [`P${'\\d'.repeat(200)}`, '401 characters; 200 are allowed'],
  ])('is refused with what to do: %s', (source, message) => {
    expect(checkPattern(source)).toMatch(new RegExp(message));
  });

  it('that may be used ends at once on the worst text for it', () => {
    const grammar = siteGrammar([{ kind: 'tag', source: '\\d+[A-Z]+-' }]);
    expect(grammar.find(`${'1'.repeat(20_000)}${'A'.repeat(20_000)}`)).toEqual([]);
  });

  it('makes codes of the site, in Chinese and English texts, that others do not have', () => {
    const patterns = [
      { kind: 'tag' as const, source: '\\d{1,2}号泵' },
      { kind: 'part' as const, source: 'SP\\.\\d{4}' },
    ];
    const shown = (text: string) =>
      siteGrammar(patterns)
        .find(text)
        .map(({ identifier }) => `${identifier.kind} ${identifier.text}`);
    expect(shown('检查2号泵的备件 SP.1234。')).toEqual(['tag 2号泵', 'part SP.1234']);
    expect(shown('Fit SP.1234 to P-101.')).toEqual(['part SP.1234', 'tag P-101']);
    expect(siteGrammar([]).digest).not.toBe(siteGrammar(patterns).digest);
  });

  it('that cannot be used makes no grammar', () => {
    expect(() => siteGrammar([{ kind: 'tag', source: '(\\d+)+X' }])).toThrow('the pattern (\\d+)+X may be tried');
  });
});
