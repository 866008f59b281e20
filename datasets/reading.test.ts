import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const FOLDER = new URL('reading/texts/', import.meta.url);
const STRETCHES = new URL('reading/stretches/', import.meta.url);
const STRETCH = /^# STRETCH (\S+) \| (\d+) \| (\d+) \| [0-9a-f]{16}$/u;
const QUESTION = /^Q (en|zh|mix) [\w/-]+ \| (.+?) \| ([-~+\d., ]+)$/u;
const CLAIM = /^C (en|zh|mix) [scu] \| (.+?) \| ([\d., ]+)$/u;
/** Public sets that the model is measured on, and makers of theirs. */
const MEASURED = /apollo|dobot|neuron|esp-?32|farmbot|trossen|xarm|maintie|maintnorm/iu;

interface Written {
  readonly title: string;
  readonly units: Set<number>;
  readonly asked: { readonly line: string; readonly units: readonly number[] }[];
}

const linesOf = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );
const lines = linesOf(FOLDER);
const sealed = (set: string) =>
  gunzipSync(readFileSync(new URL(`${set}/sealed.jsonl.gz`, import.meta.url)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

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

describe('the questions and claims over stretches of public documents', () => {
  const stretches = linesOf(STRETCHES);

  it('ask and claim only of units that their stretch has, in forms that are read', () => {
    const faults: string[] = [];
    let count = 0;
    for (const line of stretches) {
      const length = STRETCH.exec(line)?.[3];
      const named = (QUESTION.exec(line) ?? CLAIM.exec(line))?.[3];
      if (length !== undefined) count = Number(length);
      else if (named === undefined || numbersOf(named).some((unit) => unit < 1 || unit > count)) faults.push(line);
    }
    expect(faults).toEqual([]);
  });

  it('are of no document of which sealed questions ask', () => {
    const place = z.object({ places: z.array(z.object({ file: z.string() })) });
    const asked = new Set(sealed('field-questions').flatMap((row) => place.parse(row).places.map(({ file }) => file)));
    expect(stretches.flatMap((line) => STRETCH.exec(line)?.[1] ?? []).filter((file) => asked.has(file))).toEqual([]);
  });
});
