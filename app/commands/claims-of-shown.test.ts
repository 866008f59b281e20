import { describe, expect, it } from 'vitest';
import type { DocumentProperties } from '../../kernel/index.ts';
import { claimsOfShown } from './claims-of-shown.ts';

const file = (path: string) => ({ path: `/docs/${path}`, uri: `docs/${path}` });
const picture = (path: string, labels: readonly string[] = []) => ({ file: file(path), labels });
const showing = (path: string, target: string, properties: Partial<DocumentProperties> = {}, labels: readonly string[] = []) => ({
  file: file(path),
  properties: {
    language: 'zh' as const,
    title: '泵手册',
    ...properties,
    shows: [{ target, alt: '力矩表', headings: ['泵手册', '拧紧力矩'] }],
  },
  labels,
});

describe('claimsOfShown', () => {
  it('calls a picture by document, section and words that show it, each once', () => {
    const claims = claimsOfShown([picture('a/images/t.png')], [showing('a/manual.md', './images/../images/t.png')]);
    expect([...claims]).toEqual([['/docs/a/images/t.png', { title: '泵手册 › 拧紧力矩 › 力矩表' }]]);
  });

  it('finds the picture whatever form the signs of its name have', () => {
    const claims = claimsOfShown([picture('Ku\u0308hler.png')], [showing('manual.md', 'K\u00fchler.png')]);
    expect(claims.size).toBe(1);
  });

  it('knows no picture that was not given, wherever a name leads', () => {
    const names = ['../../etc/secret.png', '../docs/../../t.png', 'missing.png', '..', '.'];
    expect(names.flatMap((name) => [...claimsOfShown([picture('t.png')], [showing('manual.md', name)])])).toEqual([]);
  });

  it('tells no titles to readers of other labels', () => {
    const secret = showing('manual.md', 't.png', {}, ['secret']);
    expect(claimsOfShown([picture('t.png')], [secret]).size).toBe(0);
    expect(claimsOfShown([picture('t.png', ['secret'])], [secret]).size).toBe(1);
  });

  it('takes of several documents the first by uri, whatever their order, and what one of them is about for neither', () => {
    const about = { scopeNames: [{ kind: 'model' as const, text: 'X2', source: 'front-matter' as const }] };
    const [first, second] = [showing('a.md', 't.png', { ...about, title: 'Pump X2' }), showing('b.md', 't.png')];
    expect(claimsOfShown([picture('t.png')], [first]).get('/docs/t.png')).toEqual({
      title: 'Pump X2 › 泵手册 › 拧紧力矩 › 力矩表',
      ...about,
    });
    for (const order of [
      [first, second],
      [second, first],
    ])
      expect(claimsOfShown([picture('t.png')], order).get('/docs/t.png')).toEqual({ title: 'Pump X2 › 泵手册 › 拧紧力矩 › 力矩表' });
  });

  it('gives a picture of a document that was generated no more authority than that has', () => {
    expect(claimsOfShown([picture('t.png')], [showing('manual.md', 't.png', { aiGenerated: true })]).get('/docs/t.png')).toMatchObject({
      authority: 'generated',
    });
  });
});
