type Method = (...parameters: unknown[]) => unknown;

/** The same object, but that `hook` runs to its end before the n-th call (from 1) of a method, named by its path. */
export function withHook<Target extends object>(target: Target, path: string, call: number, hook: () => Promise<void>): Target {
  let calls = 0;
  const change =
    (method: Method): Method =>
    async (...parameters) => {
      calls += 1;
      if (calls === call) await hook();
      return method(...parameters);
    };
  return replaced(target, path.split('.'), change);
}

function replaced<Target extends object>(target: Target, path: readonly string[], change: (method: Method) => Method): Target {
  const [name = '', ...rest] = path;
  const value: unknown = Reflect.get(target, name);
  if (rest.length > 0) {
    if (typeof value !== 'object' || value === null) throw new Error(`There is nothing called "${name}".`);
    return { ...target, [name]: replaced(value, rest, change) };
  }
  if (typeof value !== 'function') throw new Error(`There is no method "${name}".`);
  return { ...target, [name]: change((...all) => Reflect.apply(value, target, all)) };
}
