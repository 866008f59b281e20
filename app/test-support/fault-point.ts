/** A place where a process dies: the n-th call (from 1) of a method, named by its path from the application. */
export interface FaultPoint {
  readonly method: string;
  readonly call: number;
  /** `within`: after the method has taken the first of the batches it was given. */
  readonly moment: 'before' | 'within' | 'after';
}

type Method = (...parameters: unknown[]) => unknown;

/** The same object, but that `die` is called at the fault point once `armed` says so; calls before that are not counted. */
export function withFaultPoint<Target extends object>(target: Target, point: FaultPoint, armed: () => boolean, die: () => void): Target {
  let calls = 0;
  const fatal =
    (method: Method): Method =>
    async (...parameters) => {
      if (armed()) calls += 1;
      if (!armed() || calls !== point.call) return method(...parameters);
      if (point.moment === 'before') die();
      const result = await method(...(point.moment === 'within' ? parameters.map((value) => dyingBatches(value, die)) : parameters));
      if (point.moment === 'after') die();
      return result;
    };
  return replaced(target, point.method.split('.'), fatal);
}

function replaced<Target extends object>(target: Target, path: readonly string[], change: (method: Method) => Method): Target {
  const [name, ...rest] = path;
  const value: unknown = name === undefined ? undefined : Reflect.get(target, name);
  if (rest.length === 0 && typeof value === 'function')
    return substituted(
      target,
      name,
      change((...all) => Reflect.apply(value, target, all)),
    );
  if (typeof value !== 'object' || value === null) throw new Error(`There is no method "${path.join('.')}".`);
  return substituted(target, name, replaced(value, rest, change));
}

function substituted<Target extends object>(target: Target, name: string | undefined, value: unknown): Target {
  return new Proxy(target, { get: (object, asked) => (asked === name ? value : Reflect.get(object, asked)) });
}

function dyingBatches(value: unknown, die: () => void): unknown {
  if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value)) return value;
  const batches = value as AsyncIterable<unknown>;
  return (async function* () {
    for await (const batch of batches) {
      yield batch;
      die();
    }
  })();
}
