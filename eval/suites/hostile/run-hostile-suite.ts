import { createRandom } from '../../../datasets/index.ts';
import { ATTACK_KINDS, type AttackKind, makeAttack } from './attacks.ts';
import { type Aftermath, sendAttack } from './send-attack.ts';

export interface HostileOptions {
  /** Of a service that runs on this machine and needs no key: `http://127.0.0.1:8617`. */
  readonly address: string;
  readonly seed: number;
  readonly count: number;
  /** Attacks at a time; from 1. */
  readonly atOnce: number;
}

/** A kind of attack with how often each status came of it. */
export interface KindFigures {
  readonly kind: AttackKind;
  readonly attacks: number;
  readonly statuses: Readonly<Record<string, number>>;
}

export interface HostileReport {
  readonly seed: number;
  readonly attacks: number;
  readonly kinds: readonly KindFigures[];
  /** Documents that the service said it had taken. */
  readonly acknowledged: number;
  /** A sentence each: an answer of 5xx that is not by design, a hang, a document that was acknowledged and is not there. */
  readonly faults: readonly string[];
}

/** By design: what has to wait or does not fit. */
const BY_DESIGN: ReadonlySet<number> = new Set([503, 507]);
const PATIENCE_MILLISECONDS = 60_000;
const ACKNOWLEDGED = /"document":\{"id":"(doc_[0-9a-f]{32})"/g;

/** Attacks a running service and looks afterwards whether it lives and has all that it said it had. */
export async function runHostileSuite(
  { address, seed, count, atOnce }: HostileOptions,
  onAttack: (done: number) => void,
  signal: AbortSignal,
): Promise<HostileReport> {
  const port = Number(new URL(address).port);
  const figures = new Map<AttackKind, { attacks: number; statuses: Record<string, number> }>();
  const faults: string[] = [];
  const acknowledged = new Set<string>();
  let next = 0;
  let done = 0;

  function judge(number: number, kind: AttackKind, { statuses, hung, told }: Aftermath): void {
    const figure = figures.get(kind) ?? { attacks: 0, statuses: {} };
    figures.set(kind, figure);
    figure.attacks += 1;
    for (const name of statuses.length === 0 ? ['none'] : statuses.map(String)) figure.statuses[name] = (figure.statuses[name] ?? 0) + 1;
    if (hung) faults.push(`${number} (${kind}): no end within ${PATIENCE_MILLISECONDS / 1000} s`);
    for (const status of statuses.filter((status) => status >= 500 && !BY_DESIGN.has(status)))
      faults.push(`${number} (${kind}): ${status}`);
    if (statuses.includes(202)) for (const [, id] of told.matchAll(ACKNOWLEDGED)) if (id !== undefined) acknowledged.add(id);
  }

  async function attack(): Promise<void> {
    while (next < count) {
      signal.throwIfAborted();
      const number = next++;
      const made = makeAttack(number, createRandom(seed, `attack/${number}`));
      judge(number, made.kind, await sendAttack(port, made, PATIENCE_MILLISECONDS));
      done += 1;
      onAttack(done);
    }
  }

  await Promise.all(Array.from({ length: atOnce }, attack));
  for (const id of acknowledged) {
    const { status } = await fetch(`${address}/v1/documents/${id}`, { signal });
    if (status !== 200) faults.push(`${id} was acknowledged and is not there (${status})`);
  }
  const { status } = await fetch(`${address}/livez`, { signal });
  if (status !== 200) faults.push(`the service does not live afterwards (${status})`);
  const kinds = ATTACK_KINDS.flatMap((kind) => {
    const figure = figures.get(kind);
    return figure === undefined ? [] : [{ kind, ...figure }];
  });
  return { seed, attacks: done, kinds, acknowledged: acknowledged.size, faults };
}
