import { doctorName, type Said } from '../../ontology/index.ts';

/** `warn`: it works, but somebody should look; `fail`: something does not work or will be lost. */
export type DoctorLevel = 'ok' | 'warn' | 'fail';

/** What a line says in one language. */
export interface DoctorWords {
  readonly name: string;
  /** What was found. */
  readonly detail: string;
  /** What to do; absent when it is well. */
  readonly remedy?: string;
}

/** One thing looked at, in English, and the same in Chinese. */
export interface DoctorLine extends DoctorWords {
  readonly level: DoctorLevel;
  readonly zh: DoctorWords;
}

export function well(name: string, detail: Said): DoctorLine {
  return { name, level: 'ok', detail: detail.en, zh: { name: doctorName(name), detail: detail.zh } };
}

export function ill(name: string, level: Exclude<DoctorLevel, 'ok'>, detail: Said, remedy: Said): DoctorLine {
  const zh = { name: doctorName(name), detail: detail.zh, remedy: remedy.zh };
  return { name, level, detail: detail.en, remedy: remedy.en, zh };
}
