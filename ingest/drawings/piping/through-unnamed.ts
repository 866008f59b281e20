import type { PipeNet } from './pipe-nets.ts';

/** Nets joined where a thing without a name stands between exactly two of them: a reducer, a flange, the actuator of a valve. */
export function throughUnnamed(nets: readonly PipeNet[], isNamed: (item: number) => boolean): readonly PipeNet[] {
  const joined = new Set(nets);
  const at = new Map<number, PipeNet[]>();
  for (const net of nets)
    for (const { item } of net.terminals) {
      if (isNamed(item)) continue;
      const own = at.get(item);
      if (own === undefined) at.set(item, [net]);
      else own.push(net);
    }
  const now = new Map(nets.map((net) => [net, net] as const));
  const current = (net: PipeNet): PipeNet => {
    let one = net;
    for (let next = now.get(one); next !== undefined && next !== one; next = now.get(one)) one = next;
    return one;
  };
  for (const [item, [left, right, ...others]] of at) {
    if (left === undefined || right === undefined || others.length > 0) continue;
    const [a, b] = [current(left), current(right)];
    if (a === b) continue;
    const merged: PipeNet = {
      terminals: [...a.terminals, ...b.terminals].filter((terminal) => terminal.item !== item),
      pieces: [...a.pieces, ...b.pieces],
    };
    joined.delete(a);
    joined.delete(b);
    joined.add(merged);
    now.set(a, merged).set(b, merged).set(merged, merged);
  }
  return [...joined];
}
