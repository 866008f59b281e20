import type { PipeNet, Terminal } from './pipe-nets.ts';

/**
 * Directions that follow from those that arrows show: what flows into a thing with two pipes leaves it by the other one, and of all
 * ends of a net one at least gives and one at least takes.
 */
export function settleFlow(nets: readonly PipeNet[], isInstrument: (item: number) => boolean): void {
  const process = nets.map(({ terminals }) => terminals.filter(({ item }) => !isInstrument(item))).filter((own) => own.length > 1);
  const atItem = new Map<number, Terminal[]>();
  for (const terminal of process.flat()) atItem.set(terminal.item, [...(atItem.get(terminal.item) ?? []), terminal]);
  const groups = [...process, ...[...atItem.values()].filter((own) => own.length === 2)];
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const group of groups) {
      const open = group.filter(({ flow }) => flow === undefined);
      const [last] = open;
      const [known] = group.filter(({ flow }) => flow !== undefined);
      if (open.length !== 1 || last === undefined || known?.flow === undefined) continue;
      if (group.some(({ flow }) => flow !== undefined && flow !== known.flow)) continue;
      last.flow = known.flow === 'in' ? 'out' : 'in';
      isMoving = true;
    }
  }
}
