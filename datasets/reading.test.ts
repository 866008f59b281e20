import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('reading/texts/', import.meta.url);
const QUESTION = /^Q (en|zh|mix) [\w/-]+ \| (.+?) \| ([-~+\d., ]+)$/u;
const CLAIM = /^C (en|zh|mix) [scu] \| (.+?) \| ([\d., ]+)$/u;
/** Public sets that the model is measured on, and makers of theirs. */
const MEASURED = /apollo|dobot|neuron|esp-?32|farmbot|trossen|xarm|maintie|maintnorm/iu;

interface Written {
  readonly title: string;
  readonly units: Set<number>;
  readonly asked: { readonly line: string; readonly units: readonly number[] }[];
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const lines = files.flatMap((name) =>
  readFileSync(new URL(name, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== ''),
);

function documents(): readonly Written[] {
  const all: Written[] = [];
  for (const line of lines) {
    const title = /^# DOC (?:en|zh|mix) \| (.+)$/u.exec(line)?.[1];
    if (title !== undefined) all.push({ title, units: new Set(), asked: [] });
    const unit = /^\[(\d+)\] /u.exec(line)?.[1];
    if (unit !== undefined) all.at(-1)?.units.add(Number(unit));
    const named = (QUESTION.exec(line) ?? CLAIM.exec(line))?.[3];
    if (named !== undefined) all.at(-1)?.asked.push({ line, units: numbersOf(named) });
  }
  return all;
}

/** `3`, `3..5`. */
function numbersOf(named: string): readonly number[] {
  return [...named.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
}

describe('the texts that reading is learnt from', () => {
  const all = documents();

  it('are several hundred documents with questions and claims in both languages', () => {
    expect(all.length).toBeGreaterThan(500);
    for (const start of ['Q en', 'Q zh', 'C en', 'C zh'])
      expect(lines.filter((line) => line.startsWith(start)).length).toBeGreaterThan(1_000);
  });

  it('ask and claim only of units that their document has', () => {
    const faults = all.flatMap(({ title, units, asked }) =>
      asked.filter((one) => one.units.some((unit) => !units.has(unit))).map(({ line }) => `${title}: ${line}`),
    );
    expect(faults).toEqual([]);
  });

  it('hold nothing in a form that is not read', () => {
    expect(lines.filter((line) => /^[QC] /u.test(line) && !QUESTION.test(line) && !CLAIM.test(line))).toEqual([]);
  });

  it('name nothing that the model is measured on', () => {
    expect(lines.filter((line) => MEASURED.test(line))).toEqual([]);
  });
});
