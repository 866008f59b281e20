import { z } from 'zod';
import { type Caller, ROLES, type Role, readLabelList, toFaultlineError } from '../kernel/index.ts';
import { isLoopback } from './callers/is-loopback.ts';

/** A value of the claim of roles, and the role that it gives. */
interface ClaimedRole {
  readonly value: string;
  readonly role: Role;
}

/** Signing in at an issuer that the site has (OpenID Connect); without an issuer nothing is asked of anybody. */
export const OIDC_SETTINGS = {
  oidcIssuer: z
    .string()
    .refine(isSafeAddress, 'must be an address that begins with https:// (http:// on this machine alone)')
    .optional()
    .describe('Issuer of OpenID Connect at which people sign in, as its tokens name it; unset: no such way'),
  oidcClientId: z.string().default('').describe('Name under which the issuer knows this service'),
  oidcClientSecret: z.string().default('').describe('Secret of this service at the issuer; empty for a public client'),
  oidcAudience: z.string().default('').describe('Whom tokens have to be for; empty: the client id'),
  oidcAlgorithm: z
    .enum(['RS256', 'PS256', 'ES256', 'EdDSA'])
    .default('RS256')
    .describe('The one algorithm by which tokens of the issuer are signed'),
  oidcNameClaim: z.string().min(1).default('preferred_username').describe('Claim that names the person; the issuer gives no name twice'),
  oidcRoleClaim: z.string().min(1).default('roles').describe('Claim whose values give the role; parts of a path are separated by /'),
  oidcRoles: z
    .string()
    .default('')
    .transform((text, context) => {
      const pairs = text.split(',').flatMap((pair) => (pair.trim() === '' ? [] : [readPair(pair)]));
      for (const pair of pairs.filter((found): found is string => typeof found === 'string'))
        context.addIssue({ code: 'custom', message: `"${pair}" is no value=role; roles are ${ROLES.join(', ')}` });
      return pairs.filter((found): found is ClaimedRole => typeof found !== 'string');
    })
    .describe('Roles by values of that claim, as maintenance=technician,plant-admins=admin; who has none of them is not let in'),
  oidcLabels: z
    .string()
    .default('-')
    .transform((text, context): Caller['labels'] => {
      try {
        return text.trim() === '*' ? 'all' : text.trim() === '-' ? [] : readLabelList(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: toFaultlineError(error).message });
        return z.NEVER;
      }
    })
    .describe('Access labels of all who sign in there; * reads everything, - only documents without labels'),
  oidcLabelsClaim: z.string().default('').describe('Claim that lists further access labels of the person; empty: none'),
};

interface GivenSettings {
  readonly oidcIssuer?: string | undefined;
  readonly oidcClientId: string;
  readonly oidcRoles: readonly ClaimedRole[];
}

/** What is missing where an issuer is given. */
export function oidcFaults({ oidcIssuer, oidcClientId, oidcRoles }: GivenSettings): readonly string[] {
  if (oidcIssuer === undefined) return [];
  return [
    ...(oidcClientId === '' ? ['FAULTLINE_OIDC_CLIENT_ID: must be given with FAULTLINE_OIDC_ISSUER'] : []),
    ...(oidcRoles.length === 0 ? ['FAULTLINE_OIDC_ROLES: must give at least one role, else nobody can sign in'] : []),
  ];
}

/** As the setting is written. */
export function oidcRolesText(roles: readonly ClaimedRole[]): string {
  return roles.map(({ value, role }) => `${value}=${role}`).join(',');
}

/** Whether what goes to and comes from an address can be read by nobody on the way. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** The text itself where it is no pair. */
function readPair(text: string): ClaimedRole | string {
  const at = text.lastIndexOf('=');
  const role = ROLES.find((name) => name === text.slice(at + 1).trim());
  const value = text.slice(0, Math.max(at, 0)).trim();
  return role === undefined || value === '' ? text.trim() : { value, role };
}
