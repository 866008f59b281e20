import type { SignTable } from './sign-table.ts';

/** What a model says of each step along a line: the chances of all signs, step by step. */
export interface LineChances {
  readonly steps: number;
  readonly signs: number;
  readonly chances: Float32Array;
}

/** A sign with how sure it is, and the step of its middle. */
export interface DecodedSign {
  readonly text: string;
  readonly confidence: number;
  readonly step: number;
}

/**
 * The signs of a line, by the likeliest of each step: equal ones in a row are one, and the first of the table, the blank, is none
 * (connectionist temporal classification; Graves and others, 2006). One is as sure as it and those that look like it are together: which
 * dash or colon of several it is says nothing of what is written.
 */
export function decodeLine({ steps, signs, chances }: LineChances, table: SignTable): readonly DecodedSign[] {
  const decoded: DecodedSign[] = [];
  let run: { readonly sign: number; readonly from: number; best: number; last: number } | undefined;
  const end = (): void => {
    const text = run === undefined ? undefined : table.signs[run.sign];
    if (run !== undefined && text !== undefined) decoded.push({ text, confidence: run.best, step: (run.from + run.last) / 2 });
    run = undefined;
  };
  for (let step = 0; step < steps; step += 1) {
    let sign = 0;
    for (let other = 1; other < signs; other += 1)
      if ((chances[step * signs + other] ?? 0) > (chances[step * signs + sign] ?? 0)) sign = other;
    const chance = (table.alike[sign] ?? [sign]).reduce((sum, one) => sum + (chances[step * signs + one] ?? 0), 0);
    if (run !== undefined && run.sign === sign) {
      run.last = step;
      run.best = Math.max(run.best, chance);
      continue;
    }
    end();
    if (sign !== 0) run = { sign, from: step, best: chance, last: step };
  }
  end();
  return decoded;
}
