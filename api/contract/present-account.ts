import type { Account } from '../../app/index.ts';

const timeOf = (milliseconds: number) => new Date(milliseconds).toISOString();

/** An account as surfaces give it: times as text. */
export function presentAccount({ createdAt, passwordAt, removedAt, ...account }: Account) {
  return {
    ...account,
    createdAt: timeOf(createdAt),
    passwordAt: timeOf(passwordAt),
    ...(removedAt === undefined ? {} : { removedAt: timeOf(removedAt) }),
  };
}
