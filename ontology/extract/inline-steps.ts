import { markerPlace } from './step-marker.ts';

/** A counted part within a line, with what may stand before it: the head of the line, or the end of a sentence or clause. */
const COUNTED =
  /(?<=^|[\s。；;：:，,.、!！?？）)])(?:[(（](?<both>\d{1,2}|[a-z])[)）]|(?<open>\d{1,2})[)）]|(?<circled>[①-⑳❶-❿⑴-⒇])|(?<stop>\d{1,2})[.．、](?=\s*[\p{sc=Han}\p{Lu}])|(?<letter>[a-z])[.．](?=\s+[\p{sc=Han}\p{Lu}]))\s*(?=[\p{L}\p{N}“"])/gu;
/** Numbers in brackets after a Latin word count the parts of its clause (`there are (1) pumps and (2) fans`), no steps. */
const WITHIN_CLAUSE = /\p{sc=Latin}\s+$/u;
/** Words of a counted part that is a step, in UTF-16 units: shorter ones are references (`see 1) and 2)`). */
const SHORTEST = 2;

/**
 * Steps that are counted within one line (`检查：1）断电；2）拆盖；3）测量`, `1) close; 2) open`): at least two, from one on, of one form.
 * `start` is where the marker of each begins, in UTF-16 units; none where the line is no such line.
 */
export function inlineSteps(text: string): readonly { readonly start: number; readonly marker: string }[] {
  const byForm = new Map<string, { start: number; end: number; marker: string; form: string }[]>();
  for (const found of text.matchAll(COUNTED)) {
    const groups = found.groups ?? {};
    const form = Object.keys(groups).find((name) => groups[name] !== undefined) ?? '';
    const marker = groups[form] ?? '';
    const place = markerPlace(marker);
    if (place === undefined) continue;
    const key = `${form}/${place.style}`;
    const run = byForm.get(key) ?? [];
    byForm.set(key, run);
    if (place.number === run.length + 1) run.push({ start: found.index, end: found.index + found[0].length, marker, form });
  }
  const runs = [...byForm.values()].filter((run) => {
    if (run[0]?.form === 'both' && WITHIN_CLAUSE.test(text.slice(0, run[0].start))) return false;
    const words = run.map(({ end }, index) => text.slice(end, run[index + 1]?.start).trim());
    return run.length >= 2 && words.every((part) => part.length >= SHORTEST);
  });
  const [longest] = runs.sort((a, b) => b.length - a.length || (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  return (longest ?? []).map(({ start, marker }) => ({ start, marker }));
}
