/** Ids of a sample plant for the contracts of projections, and the laws that all projections share. */
import { expect } from 'vitest';
import type { Access } from '../access.ts';
import { hashParts } from '../hash.ts';
import { makeLabelSetId, parseTenantId, parseVersionId, type TenantId, type VersionId } from '../ids.ts';
import type { Projection, Unit } from './projection.ts';

export const TENANT = parseTenantId('plant') as TenantId;
export const OPEN = makeLabelSetId(TENANT, ['open']);
export const SECRET = makeLabelSetId(TENANT, ['secret']);
export const ALL: Access = { tenant: TENANT, grants: [OPEN, SECRET], hidden: [] };
/** Of a unit that holds nothing. */
export const NO_DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const version = (name: string): VersionId => parseVersionId(`ver_${hashParts([name])}`) as VersionId;
export const unitOf = (name: string): Unit => ({ kind: 'version', id: version(name) });
export const signal = () => new AbortController().signal;

/** An empty projection names every unit that it ever held with its generation, and has a higher revision after each change. */
export async function expectToTellUnits<Batch>(
  projection: Projection<Batch>,
  contentOf: (version: string) => AsyncIterable<Batch>,
): Promise<void> {
  const held = async () => {
    const found = [];
    for await (const one of projection.held()) found.push(one);
    return found;
  };
  expect(await held()).toEqual([]);
  const before = await projection.revision();
  await projection.replace(unitOf('b'), 2, contentOf('b'));
  await projection.replace(unitOf('a'), 7, contentOf('a'));
  const filled = await projection.revision();
  await projection.drop(unitOf('b'), 3);
  const expected = [
    { unit: unitOf('a'), generation: 7 },
    { unit: unitOf('b'), generation: 3 },
  ].sort((left, right) => (left.unit.id < right.unit.id ? -1 : 1));
  expect(await held()).toEqual(expected);
  expect(filled).toBeGreaterThan(before);
  expect(await projection.revision()).toBeGreaterThan(filled);
}
