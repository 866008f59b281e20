import { sql } from 'kysely';
import { z } from 'zod';
import { type Access, canonicalJson, type Fact, type FactId, type MadeDecision, makeReviewId, type Review } from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import type { Connections } from '../connection/connections.ts';
import { readHeld } from '../decisions/settle-quarantined.ts';
import { passageIdShape, readJson } from '../rows/stored-shapes.ts';
import { evidenceOf, type StoredEvidence } from './review-evidence.ts';

/** Passages shown for one fact. */
const MOST_EVIDENCE = 5;

/** What a row keeps when its fact names keys that its document does not. */
const strayShape = z.object({ detail: z.string(), passageId: passageIdShape.nullable() });

type Held = StoredEvidence & { readonly cause: string; readonly fact: string | null; readonly held_json: string };

/** Facts that wait in quarantine in versions that this reader may read, one review a fact. */
export async function quarantineReviews(
  connections: Connections,
  access: Access,
  log: readonly MadeDecision[],
): Promise<readonly Review[]> {
  const reviews = new Map<string, Review>();
  for (const row of await heldRows(connections, access)) {
    const held = row.fact === null ? undefined : readHeld(row.held_json);
    const { detail } = held ?? readJson(strayShape, row.held_json, 'quarantined fact');
    const id = makeReviewId(access.tenant, 'quarantined-fact', held?.fact.id ?? canonicalJson([row.version, row.cause, detail]));
    const [start, end] = held === undefined ? [0, row.text?.length ?? 0] : [held.evidence.start, held.evidence.end];
    const evidence = row.text === null ? [] : [evidenceOf(row, start, end)];
    const known = reviews.get(id);
    if (known !== undefined) {
      const shown = known.evidence.length < MOST_EVIDENCE ? [...known.evidence, ...evidence] : known.evidence;
      reviews.set(id, { ...known, touches: known.touches + 1, evidence: shown });
      continue;
    }
    const decisions = log.filter(({ decision, state }) => state === 'in-force' && 'fact' in decision && decision.fact === held?.fact.id);
    reviews.set(id, {
      id,
      state: decisions.length > 0 ? 'decided' : 'open',
      subject: { kind: 'quarantined-fact', ...(held === undefined ? {} : { fact: held.fact.id }), statement: detail, cause: row.cause },
      touches: 1,
      evidence,
      proposals: held === undefined ? [] : proposalsOf(held.fact),
      decisions,
    });
  }
  return [...reviews.values()];
}

/** A fact that waits in quarantine where this reader may read. */
export interface QuarantinedFact {
  readonly statement: string;
  /** How it breaks the schema. */
  readonly cause: string;
  /** Whether it can count at all. */
  readonly acceptable: boolean;
  /** Places that state it. */
  readonly places: number;
}

/** Undefined where no document that this reader may read holds it. */
export async function quarantinedFact(connections: Connections, access: Access, fact: FactId): Promise<QuarantinedFact | undefined> {
  const rows = await heldRows(connections, access, fact);
  const [row] = rows;
  if (row === undefined) return undefined;
  const held = readHeld(row.held_json);
  return { statement: held.detail, cause: row.cause, acceptable: isAcceptable(held.fact), places: rows.length };
}

async function heldRows({ reader, dialect }: Connections, access: Access, fact?: FactId): Promise<readonly Held[]> {
  const asked = fact === undefined ? sql`1 = 1` : sql`quarantine.fact = ${fact}`;
  const { rows } = await sql<Held>`
    select passage.*, quarantine.version, version.document, version.title, quarantine.reason as cause, quarantine.fact,
      quarantine.content_json as held_json
    from quarantine join version on version.id = quarantine.version
    left join passage on passage.id = ${dialect.memberText(sql.ref('quarantine.content_json'), 'passageId')}
    where ${asked} and ${readable(dialect, access)}
    order by quarantine.version, quarantine.chunk, quarantine.position`.execute(reader);
  return rows;
}

/** A thing joined to itself says nothing, so nobody can let it count. */
function isAcceptable(fact: Fact): boolean {
  return fact.object.kind !== 'key' || fact.object.key !== fact.subject;
}

function proposalsOf(fact: Fact): Review['proposals'] {
  const reject = { kind: 'reject-fact', fact: fact.id } as const;
  return isAcceptable(fact) ? [{ kind: 'accept-fact', fact: fact.id }, reject] : [reject];
}
