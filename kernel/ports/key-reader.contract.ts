import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '../access.ts';
import { compareText } from '../canonical-json.ts';
import { compareKeys } from '../compare-keys.ts';
import type { Fact } from '../fact.ts';
import { type FactId, type KeyId, makeEntityId, makeKeyId, makeLabelSetId, type PassageId, type VersionId } from '../ids.ts';
import { KEY_CLASSES, type Key } from '../key.ts';
import { NODE_KINDS } from '../node-kind.ts';
import type { EntityPlace, EntitySearch, KeyReader } from './key-reader.ts';

/** A reader, who may read all of it, and what it was filled with: at least two keys. */
export interface KeyReaderPlace {
  readonly reader: KeyReader;
  readonly access: Access;
  readonly versions: readonly VersionId[];
  readonly keys: readonly Key[];
  /** Pairs of keys that name one thing. */
  readonly links: readonly (readonly [KeyId, KeyId])[];
  readonly facts: readonly { readonly fact: Fact; readonly passages: readonly PassageId[] }[];
  close(): Promise<void>;
}

const MANY = 1_000;

/** What every key reader has to give, and to whom. */
export function keyReaderContract(name: string, open: () => Promise<KeyReaderPlace>): void {
  describe(`key reader contract: ${name}`, () => {
    let place: KeyReaderPlace;
    beforeAll(async () => {
      place = await open();
      expect(place.keys.length).toBeGreaterThan(1);
    });
    afterAll(() => place.close());
    // All cases share one reader: none changes what it holds.
    const at = (check: (place: KeyReaderPlace) => Promise<void>) => () => check(place);

    test(
      'keys are given by id and by folded form, of the types and classes asked for, strongest class first, then by id',
      at(async ({ reader, access, keys }) => {
        const ordered = [...keys].sort(compareKeys);
        const ids = [...ordered].reverse().map(({ id }) => id);
        const [first] = ordered;
        expect(await reader.get(access, [...ids, unknownKey(access)])).toEqual(ordered);
        expect(await reader.get(access, ids.slice(0, 1))).toEqual(ordered.slice(-1));
        const folded = [...ordered].reverse().map((key) => key.folded);
        expect(await reader.find(access, [...folded, 'nowhere-at-all'])).toEqual(ordered);
        expect(await reader.find(access, [first?.folded ?? ''])).toEqual(ordered.filter((key) => key.folded === first?.folded));
        for (const type of NODE_KINDS)
          expect(await reader.find(access, folded, { types: [type] })).toEqual(ordered.filter((key) => key.type === type));
        for (const keyClass of KEY_CLASSES)
          expect(await reader.find(access, folded, { classes: [keyClass] })).toEqual(ordered.filter((key) => key.class === keyClass));
      }),
    );

    test(
      'keys of types are in order of folded form, then id, and no more than asked',
      at(async ({ reader, access, keys }) => {
        const byForm = [...keys].sort((a, b) => compareText(a.folded, b.folded) || compareText(a.id, b.id));
        const types = [...new Set(keys.map(({ type }) => type))];
        expect(await reader.ofTypes(access, types, MANY)).toEqual(byForm);
        expect(await reader.ofTypes(access, types, 1)).toEqual(byForm.slice(0, 1));
        for (const type of types) expect(await reader.ofTypes(access, [type], MANY)).toEqual(byForm.filter((key) => key.type === type));
      }),
    );

    test(
      'an entity is all keys that links join, called by the first of them',
      at(async (place) => {
        const { reader, access, keys } = place;
        const entities = await reader.entities(access, [unknownKey(access), ...keys.map(({ id }) => id)]);
        expect(entities.size).toBe(keys.length);
        for (const { id } of keys) {
          const joined = joinedTo(place, id);
          const [first] = joined;
          expect(first).toBeDefined();
          if (first !== undefined) expect(entities.get(id)).toEqual({ id: makeEntityId(first.id), type: first.type, keys: joined });
        }
      }),
    );

    test(
      'entities are found page by page, each once, at the place of the best of their keys',
      at(async (place) => {
        const { reader, access, keys } = place;
        const [key, ...others] = [...keys].sort((a, b) => b.folded.length - a.folded.length);
        const [all, last] = [key?.folded ?? '', others.at(-1)?.folded ?? ''];
        const questions: readonly Omit<EntitySearch, 'limit'>[] = [
          { texts: [], same: [] },
          { texts: [all], same: [] },
          { texts: [all.slice(0, 1), all.slice(1, 2)], same: [] },
          { texts: [all.slice(1)], same: [last] },
          { texts: [], same: [all.slice(0, 1)] },
          { texts: ['nowhere-at-all'], same: [] },
        ];
        for (const asked of questions)
          for (const limit of [1, 2, MANY]) {
            const found: string[] = [];
            let after: EntityPlace | undefined;
            do {
              const page = await reader.search(access, { ...asked, limit, ...(after === undefined ? {} : { after }) });
              expect(page.entities.length).toBeLessThanOrEqual(limit);
              found.push(...page.entities.map(({ id }) => id));
              after = page.next;
            } while (after !== undefined);
            expect(found).toEqual(expectedOf(place, asked));
          }
      }),
    );

    test(
      'facts are given by id and by what they are about, in order of id, with their evidence and no more of it than asked',
      at(async ({ reader, access, facts, keys }) => {
        const ordered = [...facts].sort((a, b) => compareText(a.fact.id, b.fact.id));
        const ids = [...ordered].reverse().map(({ fact }) => fact.id);
        const found = await reader.facts(access, ids);
        expect(found.map(({ fact }) => fact)).toEqual(ordered.map(({ fact }) => fact));
        const passagesOf = await reader.passagesOf(access, ids);
        expect(passagesOf.size).toBe(ordered.length);
        for (const [place, { fact, passages }] of ordered.entries()) {
          const pieces = found[place]?.evidence ?? [];
          expect([...new Set(pieces.map(({ evidence }) => evidence.passageId))].sort(compareText)).toEqual([...passages].sort(compareText));
          expect(passagesOf.get(fact.id)).toEqual([...passages].sort(compareText));
          expect((await reader.facts(access, [fact.id], 1))[0]?.evidence).toEqual(pieces.slice(0, 1));
        }
        const about = async (...rest: [readonly KeyId[], Parameters<KeyReader['about']>[2], number]) =>
          (await reader.about(access, ...rest)).map(({ fact }) => fact.id);
        for (const { id } of keys) {
          const own = ordered.map(({ fact }) => fact).filter((fact) => touches(fact, id));
          expect(await about([id], [], MANY)).toEqual(own.map((fact) => fact.id));
          expect(await about([id], [], 1)).toEqual(own.slice(0, 1).map((fact) => fact.id));
          expect(await about([id], ['HAS_MODE'], MANY)).toEqual(own.flatMap((fact) => (fact.predicate === 'HAS_MODE' ? [fact.id] : [])));
          expect(await about([id], ['HAS_PART'], MANY)).toEqual(own.flatMap((fact) => (fact.predicate === 'HAS_PART' ? [fact.id] : [])));
        }
        expect(await reader.facts(access, ['fact-of-nobody' as FactId])).toEqual([]);
      }),
    );

    test(
      'nothing is given to whom it is not granted, nor of versions that are hidden',
      at(async ({ reader, access, versions, keys, facts }) => {
        const [ids, factIds] = [keys.map(({ id }) => id), facts.map(({ fact }) => fact.id)];
        const stranger: Access = { ...access, grants: [makeLabelSetId(access.tenant, ['granted to nobody'])] };
        for (const outside of [stranger, { ...access, hidden: [...versions].sort(compareText) }]) {
          expect(await reader.get(outside, ids)).toEqual([]);
          expect(
            await reader.find(
              outside,
              keys.map(({ folded }) => folded),
            ),
          ).toEqual([]);
          expect(
            await reader.ofTypes(
              outside,
              keys.map(({ type }) => type),
              MANY,
            ),
          ).toEqual([]);
          expect((await reader.entities(outside, ids)).size).toBe(0);
          expect(await reader.search(outside, { texts: [], same: [], limit: MANY })).toEqual({ entities: [] });
          expect(await reader.facts(outside, factIds)).toEqual([]);
          expect((await reader.passagesOf(outside, factIds)).size).toBe(0);
          expect(await reader.about(outside, ids, [], MANY)).toEqual([]);
        }
      }),
    );
  });
}

function unknownKey(access: Access): KeyId {
  return makeKeyId(access.tenant, 'Asset', 'name', 'nowhere', 'nothing');
}

function touches({ subject, object }: Fact, key: KeyId): boolean {
  return subject === key || (object.kind === 'key' && object.key === key);
}

/** All keys that links join to one, itself among them, in the order of an entity. */
function joinedTo({ keys, links }: KeyReaderPlace, start: KeyId): readonly Key[] {
  const reached = new Set([start]);
  for (const id of reached) for (const pair of links) if (pair.includes(id)) for (const end of pair) reached.add(end);
  return keys.filter(({ id }) => reached.has(id)).sort(compareKeys);
}

/** Ids of the entities that a search finds, in order. */
function expectedOf(place: KeyReaderPlace, { texts, same }: Omit<EntitySearch, 'limit'>): readonly string[] {
  const rankOf = ({ folded }: Key) => {
    if (texts.length + same.length === 0 || [...texts, ...same].includes(folded)) return 0;
    if (texts.some((text) => folded.startsWith(text))) return 1;
    return texts.some((text) => folded.includes(text)) ? 2 : 3;
  };
  const ranked = place.keys
    .filter((key) => rankOf(key) < 3)
    .sort((a, b) => rankOf(a) - rankOf(b) || Buffer.compare(Buffer.from(a.folded), Buffer.from(b.folded)) || compareText(a.id, b.id));
  return [...new Set(ranked.map(({ id }) => makeEntityId(joinedTo(place, id)[0]?.id ?? id)))];
}
