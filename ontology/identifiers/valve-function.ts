/** What a valve is for, as the letters of its tag say: only a shut-off valve parts what stands on its two sides. */
export type ValveFunction = 'shut-off' | 'check' | 'control' | 'relief';

const LETTERS = /^(?:\d{1,3}-)?(?<letters>[A-Z]{1,5})-?\d/u;
const CHECK: ReadonlySet<string> = new Set(['NRV', 'CHV', 'CKV']);
const RELIEF: ReadonlySet<string> = new Set(['SV', 'RV', 'PSV', 'PRV', 'SRV', 'PVSV', 'TSV', 'TRV', 'VRV']);
/** `CV` is a control valve to some and a check valve to others, and shuts off for neither. By ISA-5.1: what is controlled, then V. */
const CONTROL = /^(?:CV|[AFLPQTW][DFQ]?C?V)$/u;

/**
 * The function of the valve that a tag names, by ISA-5.1 and the letters in use beside it; undefined of what names no valve. A lone
 * `V` is a vessel as often as a valve, so it is none.
 */
export function valveFunction(tag: string): ValveFunction | undefined {
  const letters = LETTERS.exec(tag.toUpperCase())?.groups?.letters ?? '';
  if (letters.length < 2 || !letters.endsWith('V')) return undefined;
  if (CHECK.has(letters)) return 'check';
  if (RELIEF.has(letters)) return 'relief';
  // A shut-down, blow-down or stop valve is named by what it does, not by what it controls.
  if (/^(?:SD|ESD|BD|S[TO])V$/u.test(letters)) return 'shut-off';
  return CONTROL.test(letters) ? 'control' : 'shut-off';
}
