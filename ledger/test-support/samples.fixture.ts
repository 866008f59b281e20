import fc from 'fast-check';
import type { Sample } from './sample-documents.fixture.ts';

const tags = fc.constantFrom('P-101', 'P-102', 'V-7', '循环泵-3');
const modes = fc.constantFrom('外部泄漏', 'external leakage', 'leak', 'Leak', 'vibration', '振动', 'seal wear');
const linkClasses = fc.constantFrom('vocabulary' as const, 'glossary' as const, 'apposition' as const, 'said-together' as const);
const labels = fc.constantFrom<readonly string[]>([], ['maintenance'], ['safety'], ['maintenance', 'safety']);

/** A small document of one of a few names, so that sets of them share tags, modes, links, families and now and then a uri. */
export const anySample: fc.Arbitrary<Sample> = fc.record({
  uri: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  says: fc.array(fc.tuple(tags, modes), { minLength: 1, maxLength: 5 }),
  same: fc.array(fc.tuple(modes, modes, linkClasses), { maxLength: 3 }),
  rows: fc.array(fc.tuple(tags, fc.integer({ min: 0, max: 900 }), fc.option(fc.integer({ min: 0, max: 9 }), { nil: null })), {
    maxLength: 4,
  }),
  claims: fc.record({
    labels,
    documentNumber: fc.constantFrom('DOC-1', 'DOC-2', 'DOC-3'),
    revision: fc.constantFrom('A', 'B', '2', '10'),
    authority: fc.constantFrom('approved-manual' as const, 'log' as const),
  }),
});

/** Documents with different uris. */
export const anySamples: fc.Arbitrary<readonly Sample[]> = fc.uniqueArray(anySample, {
  minLength: 1,
  maxLength: 5,
  selector: (sample) => sample.uri,
});
