import { compareText } from './canonical-json.ts';
import type { ScopeName } from './scope-name.ts';

/** Each name once, ordered by text, kind and source. */
export function distinctScopeNames(names: readonly ScopeName[]): readonly ScopeName[] {
  const byName = new Map(names.map((name) => [[name.text, name.kind, name.source].join('\n'), name]));
  return [...byName].sort(([a], [b]) => compareText(a, b)).map(([, name]) => name);
}
