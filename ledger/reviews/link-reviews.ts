import { sql } from 'kysely';
import {
  type Access,
  assertNever,
  canonicalJson,
  compareText,
  type Key,
  type KeyId,
  type MadeDecision,
  makeReviewId,
  type PairDecision,
  type Review,
  type ReviewEvidence,
} from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { presentKeys, readLink } from '../identity/resolve-components.ts';
import { type ComponentLink, type LinkConflict, resolveLinks } from '../identity/resolve-links.ts';
import { makeKeyReader } from '../readers/key-reader.ts';
import { countMentions } from './count-mentions.ts';
import { evidenceOf, type StoredEvidence } from './review-evidence.ts';

/** Passages shown for one question. */
const MOST_EVIDENCE = 5;
/** Links of a question that are looked up and offered for parting. */
const MOST_LINKS = 12;

/**
 * Conflicts of the links that this reader may read. What would be a conflict without the decisions in force, and is none with
 * them, is decided.
 */
export async function linkReviews(connections: Connections, access: Access, log: readonly MadeDecision[]): Promise<readonly Review[]> {
  const { reader, dialect } = connections;
  const rows = await reader
    .selectFrom('key_link')
    .innerJoin('version', 'version.id', 'key_link.version')
    .select(['key_link.a', 'key_link.b', 'key_link.class'])
    .distinct()
    .where(readable(dialect, access))
    .execute();
  const links = rows.map(readLink);
  const pairs = log.flatMap((made) =>
    made.state === 'in-force' && (made.decision.kind === 'must-link' || made.decision.kind === 'cannot-link')
      ? [{ ...made, decision: made.decision }]
      : [],
  );
  const decided = pairs.map(({ decision }) => decision);
  const ids = [...new Set([...links, ...decided].flatMap(({ a, b }) => [a, b]))].sort(compareText);
  const texts = new Map((await makeKeyReader(connections).get(access, ids)).map((key) => [key.id, key]));
  const mentions = await countMentions(connections, access, ids);
  const keys = [];
  for (const batch of batches(ids)) keys.push(...(await presentKeys(reader, dialect, batch)).filter((key) => texts.has(key.id)));

  const open = new Map(resolveLinks(keys, links, decided).conflicts.map((conflict) => [matterOf(conflict), conflict]));
  const raw = new Map(resolveLinks(keys, links, []).conflicts.map((conflict) => [matterOf(conflict), conflict]));
  const reviews: Review[] = [];
  for (const [matter, conflict] of new Map([...raw, ...open])) {
    reviews.push(await present(conflict, matter, open.has(matter) ? 'open' : 'decided'));
  }
  return reviews;

  async function present(conflict: LinkConflict, matter: string, state: Review['state']): Promise<Review> {
    const named = (wanted: readonly KeyId[]): readonly Key[] => wanted.flatMap((id) => texts.get(id) ?? []);
    const members = new Set(conflict.kind === 'ambiguous-name' ? [conflict.name, ...conflict.identifiers] : conflict.keys);
    const inside = links.filter(({ a, b }) => members.has(a) && members.has(b));
    const asked =
      conflict.kind === 'ambiguous-name'
        ? inside.filter(({ a, b }) => a === conflict.name || b === conflict.name)
        : inside.sort((left, right) => compareText(`${left.a} ${left.b}`, `${right.a} ${right.b}`)).slice(0, MOST_LINKS);
    return {
      id: makeReviewId(access.tenant, conflict.kind, matter),
      state,
      subject:
        conflict.kind === 'ambiguous-name'
          ? { kind: conflict.kind, name: only(named([conflict.name])), site: conflict.site, identifiers: named(conflict.identifiers) }
          : { kind: conflict.kind, cause: conflict.cause, between: named(conflict.between), keys: named(conflict.keys) },
      touches: (conflict.kind === 'ambiguous-name' ? [conflict.name] : conflict.keys).reduce(
        (sum, key) => sum + (mentions.get(key) ?? 0),
        0,
      ),
      evidence: await evidenceOfLinks(asked),
      proposals: proposalsOf(conflict, asked),
      decisions: pairs.filter(({ decision: { a, b } }) => members.has(a) && members.has(b)),
    };
  }

  /** Passages that name both ends of a link, in the versions that the link was read in. */
  async function evidenceOfLinks(asked: readonly ComponentLink[]): Promise<readonly ReviewEvidence[]> {
    const found: ReviewEvidence[] = [];
    const seen = new Set<string>();
    for (const { a, b } of asked) {
      const { rows: stored } = await sql<StoredEvidence & { readonly left_text: string; readonly right_text: string }>`
        select passage.*, version.document, version.title, lefts.text as left_text, rights.text as right_text
        from key_link join version on version.id = key_link.version
        join key_use lefts on lefts.version = version.id and lefts.key = ${a}
        join key_use rights on rights.version = version.id and rights.key = ${b}
        join passage on passage.version = version.id
          and ${dialect.contains(sql.ref('passage.text'), sql.ref('lefts.text'))}
          and ${dialect.contains(sql.ref('passage.text'), sql.ref('rights.text'))}
        where key_link.a = ${a} and key_link.b = ${b} and ${readable(dialect, access)}
        order by passage.version, passage.ord limit ${MOST_EVIDENCE}`.execute(reader);
      for (const row of stored) {
        if (found.length === MOST_EVIDENCE) return found;
        if (seen.has(row.id)) continue;
        seen.add(row.id);
        const places = [row.left_text, row.right_text].map((text) => ({ start: row.text.indexOf(text), length: text.length }));
        const start = Math.min(...places.map((place) => place.start));
        found.push(evidenceOf(row, start, Math.max(...places.map((place) => place.start + place.length))));
      }
    }
    return found;
  }
}

/** What stays the same while the question is the same: the keys that may not be one thing. */
function matterOf(conflict: LinkConflict): string {
  switch (conflict.kind) {
    case 'ambiguous-name':
      return canonicalJson([conflict.name, conflict.site]);
    case 'link-conflict':
      return canonicalJson([conflict.cause, ...conflict.between]);
    default:
      return assertNever(conflict);
  }
}

/** For a name: which identifier it means, or does not. For joined keys: which of the links is none, or that they are one after all. */
function proposalsOf(conflict: LinkConflict, asked: readonly ComponentLink[]): readonly PairDecision[] {
  const pair = (kind: PairDecision['kind'], left: KeyId, right: KeyId): PairDecision =>
    left < right ? { kind, a: left, b: right } : { kind, a: right, b: left };
  if (conflict.kind === 'ambiguous-name') {
    const { name, identifiers } = conflict;
    return [
      ...identifiers.map((identifier) => pair('must-link', name, identifier)),
      ...identifiers.map((identifier) => pair('cannot-link', name, identifier)),
    ];
  }
  const [first, ...others] = conflict.between;
  const same = first === undefined ? [] : others.map((other) => pair('must-link', first, other));
  const apart = new Map(asked.map(({ a, b }) => [`${a} ${b}`, pair('cannot-link', a, b)]));
  return [...apart.values(), ...same];
}

function only(keys: readonly Key[]): Key {
  const [key] = keys;
  if (key === undefined) throw new TypeError('a conflict is among keys that were read');
  return key;
}
