import { createHash } from 'node:crypto';
import { createApiKey } from '../../../app/index.ts';
import type { Random } from '../../../datasets/index.ts';
import { type Caller, ROLES } from '../../../kernel/index.ts';
import { type Site, tenantOf } from '../../suites/access/open-site.ts';
import { LABELS } from '../../suites/access/write-plant.ts';

/** Somebody with a key: the caller that the service has to take the holder for, and what is sent. */
export interface KeyHolder {
  readonly caller: Caller;
  readonly name: string;
  readonly random: Uint8Array;
}

const OTHERS = 2;
/** Holders of keys that a plant has. */
export const HOLDERS = ROLES.length + OTHERS;

/** Holders of some labels each: one of every role in the own tenant, and some of the other tenant. */
export function drawHolders(random: Random): readonly KeyHolder[] {
  const some = () => random.sample(LABELS, random.integer(0, LABELS.length - 1));
  return [
    ...ROLES.map((role) => makeHolder(`${role}-1`, { tenant: tenantOf('plant'), role, labels: some() }, random)),
    ...Array.from({ length: OTHERS }, (_, index) =>
      makeHolder(`other-${index}`, { tenant: tenantOf('neighbour'), role: random.pick(ROLES), labels: some() }, random),
    ),
  ];
}

/** Who may read and do everything in the tenant of another. */
export function insiderOf({ caller }: KeyHolder, random: Random): KeyHolder {
  return makeHolder('insider', { tenant: caller.tenant, role: 'admin', labels: 'all' }, random);
}

function makeHolder(name: string, caller: Omit<Caller, 'actor'>, random: Random): KeyHolder {
  const bytes = new Uint8Array(createHash('sha256').update(`${caller.tenant} ${name} ${random.next()}`).digest());
  return { caller: { ...caller, actor: `key:${name}` }, name, random: bytes };
}

/** Makes the keys on a site and gives what each holder sends, by tenant and name. */
export async function giveKeys({ application }: Site, holders: readonly KeyHolder[]): Promise<ReadonlyMap<string, string>> {
  const secrets = new Map<string, string>();
  for (const { caller, name, random } of holders) {
    const maker: Caller = { tenant: caller.tenant, labels: 'all', role: 'admin', actor: 'engineer' };
    const { secret } = await createApiKey(application, maker, { name, role: caller.role, labels: caller.labels, random });
    secrets.set(nameOf({ caller, name }), secret);
  }
  return secrets;
}

export function nameOf({ caller, name }: Pick<KeyHolder, 'caller' | 'name'>): string {
  return `${caller.tenant} ${name}`;
}
