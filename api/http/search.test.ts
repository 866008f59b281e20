import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAnswerSchema } from '../contract/search.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const ENGLISH = '# Pump P-101A manual\n\n## Mechanical seal\n\nA leaking mechanical seal of P-101A is replaced at once.\n';
const CHINESE = '# 泵 P-101A 手册\n\n## 机械密封\n\nP-101A 机械密封泄漏时立即更换。\n';

let service: TestService;
let english: string;
let chinese: string;
beforeAll(async () => {
  service = await openService();
  english = (await service.ingest('manual.md', ENGLISH)).id;
  chinese = (await service.ingest('shouce.md', CHINESE)).id;
});
afterAll(() => service.close());

const search = (body: object) => service.post(searchAnswerSchema, '/v1/search', body);
const refused = (body: object) =>
  service.problem('/v1/search', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe('POST /v1/search', () => {
  it.each([
    ['en', 'P-101A mechanical seal leaks', 'Mechanical seal', 'A leaking mechanical seal of P-101A is replaced at once.'],
    ['zh', 'P-101A 机械密封泄漏', '机械密封', 'P-101A 机械密封泄漏时立即更换。'],
  ])(
    'tells of a hit in %s its section, and on demand what each leg measures and what the score is the sum of',
    async (_, query, section, text) => {
      const { hits } = await search({ query, explain: true, where: { kinds: ['paragraph'] } });
      const best = hits[0];
      expect(best?.text).toBe(text);
      expect(best?.headings.at(-1)).toBe(section);
      expect(best?.explained?.scores.map(({ leg }) => leg)).toEqual(expect.arrayContaining(['identifier', 'lexical', 'vector']));
      expect(best?.explained?.parts.reduce((sum, { value, weight }) => sum + value * weight, 0)).toBeCloseTo(best?.score ?? 0, 9);
      expect((await search({ query })).hits.some((hit) => hit.explained !== undefined)).toBe(false);
    },
  );

  it('stays within documents, languages and kinds, and finds nothing where they leave nothing', async () => {
    const query = 'mechanical seal 机械密封';
    const documents = async (where: object) => [...new Set((await search({ query, where })).hits.map(({ documentId }) => documentId))];
    expect((await documents({})).sort()).toEqual([english, chinese].sort());
    expect(await documents({ documents: [chinese] })).toEqual([chinese]);
    expect(await documents({ languages: ['en'], kinds: ['paragraph'] })).toEqual([english]);
    expect(await documents({ documents: ['doc_00000000000000000000000000000000'] })).toEqual([]);
  });

  it('refuses a filter that it does not know, so that nobody takes all for a part', async () => {
    for (const where of [{ document: [english] }, { documents: [] }, { languages: ['de'] }, { kinds: ['page'] }]) {
      expect((await refused({ query: 'seal', where })).code).toBe('invalid-request');
    }
  });
});
