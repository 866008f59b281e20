/**
 * Leaves out what was not given, so that a parsed request has the exact type that commands take. (zod's own `exactOptional` does
 * that too, but the API's description would call such a field required.)
 */
export function withoutUndefined<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
