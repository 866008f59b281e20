import type { z } from 'zod';
import type { Identity } from '../../app/index.ts';
import { actionsOf, assertNever, type Caller } from '../../kernel/index.ts';
import type { sessionSchema } from '../contract/session.ts';

/** Who sent a request, as surfaces give it. */
export function presentSession(identity: Identity): z.infer<typeof sessionSchema> {
  switch (identity.kind) {
    case 'nobody':
      return { kind: identity.kind, may: [], ways: identity.ways };
    case 'anyone':
      return { kind: identity.kind, ...presentCaller(identity.caller) };
    case 'key': {
      const { kind, caller, expiresAt } = identity;
      return { kind, ...presentCaller(caller), ...(expiresAt === undefined ? {} : { expiresAt: timeOf(expiresAt) }) };
    }
    case 'person': {
      const { kind, caller, expiresAt, session } = identity;
      return { kind, ...presentCaller(caller), expiresAt: timeOf(expiresAt), csrfToken: session.csrfToken };
    }
    default:
      return assertNever(identity);
  }
}

const timeOf = (milliseconds: number) => new Date(milliseconds).toISOString();

function presentCaller({ actor, tenant, role, labels }: Caller) {
  return { actor, tenant, role, labels, may: actionsOf(role) };
}
