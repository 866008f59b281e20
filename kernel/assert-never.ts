/** Closes a union on `kind`: does not compile while a case is missing, and throws if one arrives at run time. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
