import { type Caller, FaultlineError, ROLES, type Role, readLabels } from '../../../kernel/index.ts';
import type { Config } from '../../config.ts';
import { readCallerName } from '../read-caller-name.ts';

/** Who signed in at an issuer. */
export interface IssuedPerson {
  /** As decisions and the audit trail name the person. */
  readonly actor: string;
  readonly role: Role;
  readonly labels: Caller['labels'];
}

type ClaimSettings = Pick<Config, 'oidcNameClaim' | 'oidcRoleClaim' | 'oidcRoles' | 'oidcLabels' | 'oidcLabelsClaim'>;

/**
 * What the claims of a checked token make of a person: the highest of the roles that their values give, and labels.
 * @throws FaultlineError `forbidden` for whom no role is meant, or who has no name.
 */
export function personOfClaims(claims: Readonly<Record<string, unknown>>, settings: ClaimSettings): IssuedPerson {
  const name = claimAt(claims, settings.oidcNameClaim);
  if (typeof name !== 'string') throw new FaultlineError('forbidden', `The issuer gave no name (claim ${settings.oidcNameClaim}).`);
  const values = textsOf(claimAt(claims, settings.oidcRoleClaim));
  const roles = settings.oidcRoles.filter(({ value }) => values.includes(value)).map(({ role }) => role);
  const role = ROLES.findLast((one) => roles.includes(one));
  if (role === undefined) throw new FaultlineError('forbidden', 'No role is meant for you here: ask who runs the service.');
  const further = settings.oidcLabelsClaim === '' ? [] : textsOf(claimAt(claims, settings.oidcLabelsClaim));
  const labels = settings.oidcLabels === 'all' ? settings.oidcLabels : readLabels([...settings.oidcLabels, ...further]);
  return { actor: `oidc:${readCallerName('A person', name)}`, role, labels };
}

/** A claim by its name, or by a path of names, as `realm_access/roles`. */
function claimAt(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('/')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined,
      claims,
    );
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
