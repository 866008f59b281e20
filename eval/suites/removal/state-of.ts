import { type Application, configuredCaller, exportKnowledge } from '../../../app/index.ts';
import { digestLines, parseKeyId, parseVersionId, sha256, type Unit } from '../../../kernel/index.ts';

/** Digests of all that a data folder holds; equal folders have equal states. */
export interface State {
  /** Kind of line of the canonical export, or `index`, `graph`, `bytes` → how many and a digest over them in order. */
  readonly parts: ReadonlyMap<string, { readonly count: number; readonly digest: string }>;
  /** What the projections were asked for, beside what the ledger names. */
  readonly units: ReadonlyMap<string, Unit>;
}

const ABSENT = digestLines([]);

/**
 * Reads ledger, index, graph and bytes. The projections are asked for every unit that the ledger names and for those `seen`
 * before, so what only a projection still holds is a difference.
 */
export async function stateOf(application: Application, seen: ReadonlyMap<string, Unit>, signal: AbortSignal): Promise<State> {
  const lines = new Map<string, string[]>();
  const units = new Map(seen);
  const add = (part: string, line: string): void => {
    const held = lines.get(part);
    if (held === undefined) lines.set(part, [line]);
    else held.push(line);
  };
  for await (const some of exportKnowledge(application, configuredCaller(application.config), undefined, signal)) {
    for (const text of some) {
      const line = JSON.parse(text) as { readonly line: string; readonly id?: string; readonly key?: string };
      add(line.line, sha256(text));
      const unit = unitOf(line);
      if (unit !== undefined) units.set(unit.id, unit);
    }
  }
  for (const unit of [...units.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const graph = await application.graph.digest(unit);
    if (graph !== ABSENT) add('graph', `${unit.id} ${graph}`);
    if (unit.kind === 'key') continue;
    const index = await application.index.digest(unit);
    if (index !== ABSENT) add('index', `${unit.id} ${index}`);
  }
  for await (const { sha256: hash } of application.blobs.list(application.config.tenant)) add('bytes', hash);
  return { units, parts: new Map([...lines].map(([part, held]) => [part, { count: held.length, digest: digestLines(held) }])) };
}

/** Parts in which two states differ, each with both counts. */
export function differences(expected: State, found: State): readonly string[] {
  return [...new Set([...expected.parts.keys(), ...found.parts.keys()])].sort().flatMap((part) => {
    const [wanted, got] = [expected.parts.get(part), found.parts.get(part)];
    if (wanted?.digest === got?.digest) return [];
    return [`${part} (${wanted?.count ?? 0} expected, ${got?.count ?? 0} found)`];
  });
}

function unitOf(line: { readonly line: string; readonly id?: string; readonly key?: string }): Unit | undefined {
  if (line.line === 'version') {
    const id = parseVersionId(line.id ?? '');
    return id === undefined ? undefined : { kind: 'version', id };
  }
  if (line.line !== 'component') return undefined;
  const id = parseKeyId(line.key ?? '');
  return id === undefined ? undefined : { kind: 'key', id };
}
