import {
  type Access,
  type DrawnRelation,
  foldIdentifier,
  type KeyId,
  type Predicate,
  type StoredPassage,
  sheetOf,
} from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { DRAWN_LINKS, DrawnStatement } from '../drawn-statement.ts';
import type { ReadAgain } from './read-again.ts';

type LinkKind = (typeof DRAWN_LINKS)[number];
type Link = Extract<DrawnStatement, { kind: LinkKind }>;

const SEEN_FROM_THE_OTHER_END: Readonly<Record<Exclude<LinkKind, 'in-loop'>, DrawnRelation['kind']>> = {
  feeds: 'fed-by',
  joins: 'joins',
  measures: 'measured-by',
  controls: 'controlled-by',
  drives: 'driven-by',
};
/** A pipe or conductor without a direction is no fact, nor is that a motor turns what stands under its tag. */
const PREDICATE: Readonly<Record<Exclude<LinkKind, 'joins' | 'drives'>, Predicate>> = {
  feeds: 'CONNECTS_TO',
  measures: 'MEASURES',
  controls: 'CONTROLS',
  'in-loop': 'MEMBER_OF_LOOP',
};
const MOST_FACTS = 2_000;

interface Said {
  readonly label: StoredPassage;
  readonly relation: DrawnRelation;
}

/** What kept labels and facts say between two things; undefined where one of the ends, or the facts, do not say it. */
export async function readLink(
  { keys }: Pick<Evidence, 'keys'>,
  access: Access,
  kept: readonly StoredPassage[],
  { kind, from, to }: Link,
): Promise<ReadAgain | undefined> {
  const said = kept.flatMap((label) => (label.passage.structure.drawn ?? []).map((relation): Said => ({ label, relation })));
  const link = kind === 'in-loop' ? loopOf(said, from, to) : (direct(said, kind, from, to) ?? overSheets(said, kind, from, to));
  if (link === undefined) return undefined;
  const { start, end, line, isOverSheets } = link;
  const statuses = new Set<string>();
  for (const [subject, object] of factsBetween(link)) {
    if (kind === 'joins' || kind === 'drives') break;
    const found = await keys.find(access, [foldIdentifier(subject), foldIdentifier(object)]);
    const named = (name: string): ReadonlySet<KeyId> =>
      new Set(found.flatMap((key) => (key.folded === foldIdentifier(name) ? [key.id] : [])));
    const [subjects, objects] = [named(subject), named(object)];
    const facts = await keys.about(access, [...subjects], [PREDICATE[kind]], MOST_FACTS);
    const pieces = facts
      .filter(({ fact }) => subjects.has(fact.subject) && fact.object.kind === 'key' && objects.has(fact.object.key))
      .flatMap(({ evidence }) => evidence.map((one) => one.evidence))
      .filter(({ passageId }) => kept.some(({ passage }) => passage.id === passageId));
    if (pieces.length === 0) return undefined;
    for (const { status } of pieces) statuses.add(status);
  }
  const isStated = link.isStated && [...statuses].every((status) => status === 'stated');
  const isPipe = kind === 'feeds' || kind === 'joins';
  const statement: Link = {
    kind,
    from: start,
    to: end,
    ...(line === undefined || !isPipe ? {} : { line }),
    basis: isStated ? 'stated' : 'inferred',
    ...(link.isElectrical ? { isElectrical: true as const } : {}),
  };
  return { statement, isOverSheets };
}

interface Found {
  readonly start: string;
  readonly end: string;
  readonly line: string | undefined;
  readonly isOverSheets: boolean;
  readonly isStated: boolean;
  readonly isElectrical: boolean;
  /** Over the sheets: whether the drawing shows the direction at the one end, and at the other. */
  readonly leaves: boolean;
  readonly enters: boolean;
}

function factsBetween({ start, end, line, isOverSheets, leaves, enters }: Found): readonly (readonly [string, string])[] {
  if (!isOverSheets) return [[start, end]];
  if (line === undefined) return [];
  return [...(leaves ? [[start, line] as const] : []), ...(enters ? [[line, end] as const] : [])];
}

function same(a: string, b: string): boolean {
  return foldIdentifier(a) === foldIdentifier(b);
}

function direct(said: readonly Said[], kind: Exclude<LinkKind, 'in-loop'>, from: string, to: string): Found | undefined {
  const at = (wanted: DrawnRelation['kind'], own: string, other: string): Said | undefined =>
    said.find(
      ({ relation }) =>
        relation.kind === wanted && relation.otherIs !== 'connector' && same(relation.own, own) && same(relation.other, other),
    );
  const [one, other] = [at(kind, from, to), at(SEEN_FROM_THE_OTHER_END[kind], to, from)];
  if (one === undefined || other === undefined) return undefined;
  const ends = { start: one.relation.own, end: other.relation.own, line: one.relation.line, isStated: areStated(one, other) };
  const isElectrical = one.relation.isElectrical === true && other.relation.isElectrical === true;
  return { ...ends, isElectrical, isOverSheets: false, leaves: true, enters: true };
}

/** The pipe leaves one sheet and enters another one by one letter and one number. */
function overSheets(said: readonly Said[], kind: LinkKind, from: string, to: string): Found | undefined {
  if (kind !== 'feeds' && kind !== 'joins') return undefined;
  const over = said.filter(({ relation }) => relation.otherIs === 'connector' && relation.line !== undefined);
  for (const one of over.filter(({ relation }) => same(relation.own, from) && relation.kind !== 'fed-by'))
    for (const other of over.filter(({ relation }) => same(relation.own, to) && relation.kind !== 'feeds')) {
      const [a, b] = [one.relation, other.relation];
      if (a.other !== b.other || !same(a.line ?? '', b.line ?? '') || isOneSheet(one.label, other.label)) continue;
      const [leaves, enters] = [a.kind === 'feeds', b.kind === 'fed-by'];
      if ((leaves || enters) === (kind === 'feeds'))
        return {
          start: a.own,
          end: b.own,
          line: a.line,
          isOverSheets: true,
          isStated: areStated(one, other),
          isElectrical: false,
          leaves,
          enters,
        };
    }
  return undefined;
}

function isOneSheet({ passage: a }: StoredPassage, { passage: b }: StoredPassage): boolean {
  return a.versionId === b.versionId && sheetOf(a) === sheetOf(b);
}

function loopOf(said: readonly Said[], from: string, to: string): Found | undefined {
  const one = said.find(({ relation }) => relation.kind === 'in-loop' && same(relation.own, from) && same(relation.other, to));
  if (one === undefined) return undefined;
  return {
    start: one.relation.own,
    end: one.relation.other,
    line: undefined,
    isOverSheets: false,
    isStated: areStated(one),
    isElectrical: false,
    leaves: true,
    enters: true,
  };
}

function areStated(...said: readonly Said[]): boolean {
  return said.every(({ relation }) => relation.isStated === true);
}
