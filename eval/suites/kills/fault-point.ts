import { setImmediate } from 'node:timers/promises';

/** Where in a call a process dies. */
export const MOMENTS = ['before', 'during', 'within', 'after'] as const;
export type Moment = (typeof MOMENTS)[number];

/** A place where a process dies: the n-th call (from 1) of a method, named by its path from the application. */
export interface FaultPoint {
  readonly method: string;
  readonly call: number;
  /** `during`: after so many turns of the call, or at its end if that comes first; `within`: after the first of the batches given. */
  readonly moment: Moment;
  readonly turns: number;
}

type Method = (...parameters: unknown[]) => unknown;

/** So many turns of the microtask queue to one of the event loop, so that calls which wait for the disk go on too. */
const TURNS_A_LOOP = 16;

/** The same object, but that `die` is called at the fault point. */
export function withFaultPoint<Target extends object>(target: Target, point: FaultPoint, die: (moment: Moment) => void): Target {
  let calls = 0;
  const fatal =
    (method: Method): Method =>
    async (...parameters) => {
      calls += 1;
      if (calls !== point.call) return method(...parameters);
      if (point.moment === 'before') die('before');
      if (point.moment === 'within') return method(...parameters.map((value) => dyingBatches(value, () => die('within'))));
      const running = Promise.resolve(method(...parameters));
      if (point.moment === 'during' && !(await isOver(running, point.turns))) die('during');
      const result = await running;
      die('after');
      return result;
    };
  return replaced(target, point.method.split('.'), fatal);
}

/** The same object, but that every call of a method is told of. */
export function withCalls<Target extends object>(target: Target, path: string, onCall: () => void): Target {
  return replaced(target, path.split('.'), (method) => (...parameters) => {
    onCall();
    return method(...parameters);
  });
}

/** Whether a call ends within so many turns; a call that fails has ended too. */
async function isOver(running: Promise<unknown>, turns: number): Promise<boolean> {
  let ended = false;
  const end = (): void => {
    ended = true;
  };
  running.then(end, end);
  for (let turn = 1; turn <= turns && !ended; turn++) await (turn % TURNS_A_LOOP === 0 ? setImmediate() : Promise.resolve());
  return ended;
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
