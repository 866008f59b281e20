/** A person with an account as decisions and the audit trail name them. */
export function accountActor(name: string): string {
  return `account:${name}`;
}
