import type { ValveState } from './valve-mark.ts';

/** Forms, as sources of regular expressions: a valve of whatever kind, that it is asked how one stands, and each way to stand. */
export type ValveWords = Readonly<Record<'valve' | 'position' | ValveState, string>>;
