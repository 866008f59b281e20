import type { ApiKey } from '../../app/index.ts';

const timeOf = (milliseconds: number) => new Date(milliseconds).toISOString();

/** A key as surfaces give it: times as text. */
export function presentApiKey({ createdAt, expiresAt, revokedAt, usedAt, ...key }: ApiKey) {
  return {
    ...key,
    createdAt: timeOf(createdAt),
    ...(expiresAt === undefined ? {} : { expiresAt: timeOf(expiresAt) }),
    ...(revokedAt === undefined ? {} : { revokedAt: timeOf(revokedAt) }),
    ...(usedAt === undefined ? {} : { usedAt: timeOf(usedAt) }),
  };
}
