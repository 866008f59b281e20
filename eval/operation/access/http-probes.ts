import { mayDo, type Role } from '../../../kernel/index.ts';
import { CHANGE_PROBES } from './change-probes.ts';
import type { HttpProbe } from './http-probe.ts';
import { LOOK_PROBES } from './look-probes.ts';

/** One entry an operation of the service, by its name in the description of the API: how it is probed, or why there is nothing to. */
export const HTTP_PROBES: Readonly<Record<string, HttpProbe | string>> = { ...LOOK_PROBES, ...CHANGE_PROBES };

export interface NamedProbe extends HttpProbe {
  readonly operation: string;
}

/** Those that somebody of a role can be asked for. */
export function probesFor(role: Role): readonly NamedProbe[] {
  return Object.entries(HTTP_PROBES).flatMap(([operation, probe]) => {
    if (typeof probe === 'string') return [];
    const { action, kind } = probe;
    return kind === 'to-be-refused' && action !== undefined && mayDo(role, action) ? [] : [{ operation, ...probe }];
  });
}

/** Whether the role has to be refused, whatever it asks for. */
export function isRefused({ action, kind }: HttpProbe, role: Role): boolean {
  return kind === 'to-be-refused' || (action !== undefined && !mayDo(role, action));
}
