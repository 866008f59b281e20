/** `warn`: it works, but somebody should look; `fail`: something does not work or will be lost. */
export type DoctorLevel = 'ok' | 'warn' | 'fail';

/** One thing looked at. */
export interface DoctorLine {
  readonly name: string;
  readonly level: DoctorLevel;
  /** What was found. */
  readonly detail: string;
  /** What to do; absent when it is well. */
  readonly remedy?: string;
}

export function well(name: string, detail: string): DoctorLine {
  return { name, level: 'ok', detail };
}

export function ill(name: string, level: Exclude<DoctorLevel, 'ok'>, detail: string, remedy: string): DoctorLine {
  return { name, level, detail, remedy };
}
