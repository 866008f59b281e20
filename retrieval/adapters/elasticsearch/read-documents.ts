import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { FaultlineError, type HeldUnit, parseUnit } from '../../../kernel/index.ts';
import { seeState } from './run-legs.ts';

const PASSAGES_A_PAGE = 500;
const UNITS_A_PAGE = 1_000;
const KEEP_ALIVE = '2m';
const PAGE = z.object({
  pit_id: z.string(),
  hits: z.object({ hits: z.array(z.object({ _id: z.string(), _source: z.unknown(), sort: z.array(z.union([z.string(), z.number()])) })) }),
});
const UNITS = z.object({
  units: z.object({
    after_key: z.object({ unit: z.string() }).optional(),
    buckets: z.array(z.object({ key: z.object({ unit: z.string() }), generation: z.object({ value: z.number().nullable() }) })),
  }),
});

type Ask = <T>(work: (client: Client) => Promise<T>) => Promise<T>;

export interface StoredDocument {
  readonly id: string;
  readonly source: unknown;
}

/** Passages that are seen, of one unit or of all, by passage id; all from one moment. */
export async function* readDocuments(ask: Ask, index: string, identity: string, unit?: string): AsyncGenerator<StoredDocument> {
  let pit = (await ask((client) => client.openPointInTime({ index, keep_alive: KEEP_ALIVE }))).id;
  try {
    const { excluded } = await ask((client) => seeState({ client, options: {} }, { pit: { id: pit } }, identity));
    const asked = unit === undefined ? [] : [{ term: { unit } }];
    for (let after: (string | number)[] | undefined; ; ) {
      const page = PAGE.parse(
        await ask((client) =>
          client.search({
            pit: { id: pit, keep_alive: KEEP_ALIVE },
            size: PASSAGES_A_PAGE,
            _source: { exclude_vectors: false },
            track_total_hits: false,
            sort: [{ id: { order: 'asc' } }],
            query: { bool: { filter: [{ term: { type: 'passage' } }, ...asked], must_not: [{ terms: { run: [...excluded] } }] } },
            ...(after === undefined ? {} : { search_after: after }),
          }),
        ),
      );
      pit = page.pit_id;
      for (const { _id, _source } of page.hits.hits) yield { id: _id, source: _source };
      after = page.hits.hits.at(-1)?.sort;
      if (page.hits.hits.length < PASSAGES_A_PAGE) return;
    }
  } finally {
    await ask((client) => client.closePointInTime({ id: pit }));
  }
}

/** Every unit that was told of or of which there are passages, by id. */
export async function* readUnits(ask: Ask, index: string): AsyncGenerator<HeldUnit> {
  for (let after: { unit: string } | undefined; ; ) {
    const { aggregations } = await ask((client) =>
      client.search({
        index,
        preference: 'faultline',
        size: 0,
        track_total_hits: false,
        aggregations: {
          units: {
            composite: { size: UNITS_A_PAGE, sources: [{ unit: { terms: { field: 'unit' } } }], ...(after === undefined ? {} : { after }) },
            aggregations: { generation: { max: { field: 'generation' } } },
          },
        },
      }),
    );
    const { units } = UNITS.parse(aggregations);
    for (const { key, generation } of units.buckets) {
      const unit = parseUnit(key.unit);
      if (unit === undefined) throw new FaultlineError('storage-failed', 'The search index holds a unit that is none; make it again.');
      yield { unit, generation: generation.value ?? 0 };
    }
    after = units.after_key;
    if (after === undefined) return;
  }
}
