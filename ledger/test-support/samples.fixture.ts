import fc from 'fast-check';
import { makeDocumentId } from '../../kernel/index.ts';
import type { Ledger } from '../open-ledger.ts';
import { bytesOf, ingest, PLANT, type Sample } from './sample-documents.fixture.ts';

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

/** A version that is sent, or labels that a document is put under by one who may read everything. */
export type LabelEvent =
  | { readonly kind: 'send'; readonly sample: Sample }
  | { readonly kind: 'set-labels'; readonly uri: string; readonly labels: readonly string[] };

/** Half of what is sent says nothing of labels, so that it inherits those of its document, where there is one. */
const anySend: fc.Arbitrary<LabelEvent> = fc
  .tuple(anySample, fc.constantFrom('a', 'b'), fc.boolean())
  .map(([{ claims: { labels: own, ...claims } = {}, ...sample }, uri, states]) => ({
    kind: 'send',
    sample: { ...sample, uri, claims: states && own !== undefined ? { ...claims, labels: own } : claims },
  }));

/** What happens to two documents in turn: no version is sent twice, and labels are set only of what has come. */
export const anyLabelEvents: fc.Arbitrary<readonly LabelEvent[]> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: anySend },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('set-labels' as const), uri: fc.constantFrom('a', 'b'), labels }) },
    ),
    { minLength: 2, maxLength: 6 },
  )
  .map((events) => {
    const sent = new Set<string>();
    return events.filter((event) => {
      if (event.kind === 'set-labels') return [...sent].some((name) => name.startsWith(`${event.uri} `));
      const name = `${event.sample.uri} ${bytesOf(event.sample)}`;
      return !sent.has(name) && sent.add(name) !== undefined;
    });
  });

/** The versions of these events in order, each as if it had been sent with the labels that it comes to stand for. */
export function withStatedLabels(events: readonly LabelEvent[]): readonly Sample[] {
  let versions: readonly Sample[] = [];
  for (const event of events) {
    if (event.kind === 'set-labels') {
      versions = versions.map((sample) =>
        sample.uri === event.uri ? { ...sample, claims: { ...sample.claims, labels: event.labels } } : sample,
      );
      continue;
    }
    const before = versions.findLast(({ uri }) => uri === event.sample.uri);
    const stated = event.sample.claims?.labels ?? before?.claims?.labels ?? [];
    versions = [...versions, { ...event.sample, claims: { ...event.sample.claims, labels: stated } }];
  }
  return versions;
}

/** Lets it happen to a ledger, to the end. */
export async function happen(ledger: Ledger, event: LabelEvent): Promise<void> {
  if (event.kind === 'send') {
    await ingest(ledger, event.sample);
    return;
  }
  const document = makeDocumentId(PLANT, event.uri);
  await ledger.documents.setLabels({ tenant: PLANT, document, labels: event.labels, holds: 'all', actor: 'tester' });
}
