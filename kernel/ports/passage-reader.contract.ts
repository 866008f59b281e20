import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '../access.ts';
import { distinctScopeNames } from '../distinct-scope-names.ts';
import { makeDocumentId, makeLabelSetId, makePassageId, type TenantId, type VersionId } from '../ids.ts';
import { isWhole, opens } from '../is-whole.ts';
import { ordersNear } from '../orders-near.ts';
import { PASSAGE_KINDS } from '../passage.ts';
import type { PassageReader } from './passage-reader.ts';

/** A reader over at least one document of at least two passages, and who may read it. */
export interface PassageReaderPlace {
  readonly reader: PassageReader;
  readonly access: Access;
  readonly version: VersionId;
  close(): Promise<void>;
}

const LAST = 10_000;
/** Stretches that lie apart: more than one statement takes. */
const MANY = 120;

/** What every passage reader has to give, and to whom. */
export function passageReaderContract(name: string, open: () => Promise<PassageReaderPlace>): void {
  describe(`passage reader contract: ${name}`, () => {
    let place: PassageReaderPlace;
    beforeAll(async () => {
      place = await open();
    });
    afterAll(() => place.close());
    // All cases share one reader: none changes what it holds.
    const at = (check: (place: PassageReaderPlace) => Promise<void>) => () => check(place);

    test(
      'a range is in order without gaps, cut at both ends, and of the kinds that are asked for',
      at(async ({ reader, access, version }) => {
        const all = await reader.range(access, version, 0, LAST);
        expect(all.length).toBeGreaterThan(1);
        expect(all.map(({ passage }) => passage.order)).toEqual(all.map((_, order) => order));
        expect(await reader.range(access, version, 1, 1)).toEqual(all.slice(1, 2));
        expect(await reader.range(access, version, all.length, LAST)).toEqual([]);
        for (const kind of PASSAGE_KINDS)
          expect(await reader.range(access, version, 0, LAST, [kind])).toEqual(all.filter(({ passage }) => passage.kind === kind));
      }),
    );

    test(
      'several ranges are each what it is alone, whether they overlap, touch, lie apart or hold nothing',
      at(async ({ reader, access, version }) => {
        const all = await reader.range(access, version, 0, LAST);
        const last = all.length - 1;
        const places = [
          [last, LAST],
          [0, 0],
          [0, last],
          [1, last],
          [all.length, LAST],
          [0, 0],
          [1, 0],
        ] as const;
        const empty = Array.from({ length: MANY }, (_, place) => [LAST + 2 * place, LAST + 2 * place] as const);
        const own = [...empty, ...places].map(([from, to]) => ({ version, from, to }));
        const others = (await reader.documents(access)).map((one) => ({ version: one.version.id, from: 0, to: 1 }));
        const alone = await Promise.all(others.map((one) => reader.range(access, one.version, one.from, one.to)));
        expect(await reader.ranges(access, [...own, ...others])).toEqual([...own.map(({ from, to }) => all.slice(from, to + 1)), ...alone]);
        expect(await reader.ranges(access, [])).toEqual([]);
      }),
    );

    test(
      'passages are given by id in the order asked, and ranked by what they are',
      at(async ({ reader, access, version }) => {
        const all = await reader.range(access, version, 0, LAST);
        const backwards = [...all].reverse();
        const ids = backwards.map(({ passage }) => passage.id);
        const unknown = makePassageId(version, 'paragraph', 'nowhere', 'nothing');
        expect(await reader.get(access, [unknown, ...ids])).toEqual(backwards);
        const rankable = await reader.rankable(access, [unknown, ...ids]);
        const byId = new Map(rankable.map((one) => [one.id, one]));
        expect(rankable).toHaveLength(all.length);
        for (const { passage, documentId, age, tokens } of all) {
          const { id, versionId, kind, language, order, scope } = passage;
          const near = ordersNear(passage, (at) => all[at]?.passage.kind).map((at) => all[at]?.tokens);
          const owner = await reader.document(access, documentId);
          const names = { title: owner?.version.title, uri: owner?.document.uri };
          expect(byId.get(id)).toEqual({ id, versionId, documentId, kind, language, order, scope, age, tokens, near, ...names });
        }
      }),
    );

    test(
      'an element is given where one opens, to its ends with proof, and never as whole when it was cut',
      at(async ({ reader, access, version }) => {
        const all = await reader.range(access, version, 0, LAST);
        for (const { passage } of all)
          for (const kind of ['section', 'list', 'table'] as const) {
            const place = { kind, version, opening: passage.order };
            const read = await reader.element(access, place, LAST);
            expect(read !== undefined, `${kind} at ${passage.order}`).toBe(opens(place, passage));
            if (read === undefined) continue;
            const { passages, following } = read;
            expect(passages).toEqual(all.slice(passage.order, passage.order + passages.length));
            expect(following).toEqual(all[passage.order + passages.length]);
            const plain = passages.map((one) => one.passage);
            expect([read.whole, isWhole(place, plain, following?.passage)]).toEqual([true, true]);
            if (passages.length > 1) expect(await reader.element(access, place, passages.length - 1)).toMatchObject({ whole: false });
          }
        expect(await reader.element(access, { kind: 'section', version, opening: LAST }, 1)).toBeUndefined();
      }),
    );

    test(
      'documents come with their valid version, counts over what may be read',
      at(async ({ reader, access, version }) => {
        const documents = await reader.documents(access);
        const own = documents.find((one) => one.version.id === version);
        expect(own).toBeDefined();
        if (own === undefined) return;
        expect(await reader.document(access, own.document.id)).toEqual(own);
        expect(await reader.document(access, makeDocumentId('nowhere' as TenantId, 'nothing'))).toBeUndefined();
        const all = await Promise.all(documents.map((one) => reader.range(access, one.version.id, 0, LAST)));
        const names = all.flat().flatMap(({ scopeNames = [] }) => scopeNames);
        expect(await reader.scopeNames(access)).toEqual(distinctScopeNames(names));
        const tokens = all.flat().map((one) => new Set(one.tokens));
        const [asked = ''] = all.flat().flatMap((one) => one.tokens);
        const { passages, frequency } = await reader.statistics(access, [asked, 'nowhere-at-all']);
        expect(passages).toBe(tokens.length);
        expect([...frequency]).toEqual(asked === '' ? [] : [[asked, tokens.filter((held) => held.has(asked)).length]]);
      }),
    );

    test(
      'nothing is given to whom it is not granted, nor of a version that is hidden',
      at(async ({ reader, access, version }) => {
        const read = await reader.range(access, version, 0, LAST);
        const ids = read.map(({ passage }) => passage.id);
        const own = new Set(read.flatMap(({ scopeNames = [] }) => scopeNames.map(({ text }) => text)));
        const stranger: Access = { ...access, grants: [makeLabelSetId(access.tenant, ['granted to nobody'])] };
        for (const outside of [stranger, { ...access, hidden: [version] }]) {
          expect(await reader.range(outside, version, 0, LAST)).toEqual([]);
          expect(await reader.ranges(outside, [{ version, from: 0, to: LAST }])).toEqual([[]]);
          expect(await reader.get(outside, ids)).toEqual([]);
          expect((await reader.scopeNames(outside)).filter((name) => own.has(name.text))).toEqual([]);
          expect(await reader.rankable(outside, ids)).toEqual([]);
          for (const opening of ids.keys())
            expect(await reader.element(outside, { kind: 'section', version, opening }, LAST)).toBeUndefined();
          expect((await reader.documents(outside)).filter((one) => one.version.id === version)).toEqual([]);
        }
      }),
    );
  });
}
