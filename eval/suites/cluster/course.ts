import type { Random } from '../../../datasets/index.ts';
import { LABELS } from '../access/write-plant.ts';
import { drawDocument } from './draw-document.ts';

/** What is done to a site by those who send documents. */
export type Step =
  /** A new document or a new version of one; bytes that are there already change nothing. */
  | { readonly kind: 'send'; readonly uri: string; readonly text: string; readonly labels: readonly string[] }
  | { readonly kind: 'delete'; readonly uri: string; readonly by: Remover }
  /** The newest version goes, the one before it is back. */
  | { readonly kind: 'take-back'; readonly uri: string; readonly text: string }
  /** Waits until all that was sent has been read, so that what comes next meets documents that readers see. */
  | { readonly kind: 'settle' };

/** `sender`: the process that was asked ends the removal; `worker`: it died just after it took note, and a worker ends it. */
type Remover = 'sender' | 'worker';

/** A document as it has to be when a course is over. */
export interface LastingDocument {
  readonly uri: string;
  /** Those that its newest version came with hold for all. */
  readonly labels: readonly string[];
  /** Oldest first, each as it came: a version keeps what was claimed of it. */
  readonly versions: readonly LastingVersion[];
}

interface LastingVersion {
  readonly text: string;
  readonly labels: readonly string[];
}

const URIS = ['手册.md', 'manual.md', '工单.csv', 'orders.csv', '交接班.txt'] as const;
const STEPS = { least: 8, most: 11 } as const;
const LEAST_LASTING = 3;

/** A random course: documents come, come again, get versions and labels, and go. */
export function drawCourse(random: Random): readonly Step[] {
  const steps: Step[] = [];
  const held = new Map<string, LastingDocument>();
  const add = (step: Step): void => {
    steps.push(step);
    apply(held, step);
  };
  const send = (uri: string): void => {
    const known = held.get(uri);
    const labels = known === undefined || random.chance(0.25) ? random.sample(LABELS, random.pick([0, 0, 1, 1, 2])) : known.labels;
    add({ kind: 'send', uri, text: drawDocument(uri, random), labels });
  };
  const count = random.integer(STEPS.least, STEPS.most);
  for (let step = 0; step < count; step++) {
    const known = random.shuffle([...held.values()])[0];
    const absent = URIS.filter((uri) => !held.has(uri));
    const dice = random.next();
    if (known === undefined || (dice < 0.45 && absent.length > 0)) send(random.pick(absent));
    else if (dice < 0.55) add({ kind: 'send', uri: known.uri, ...random.pick(known.versions) });
    else if (dice < 0.72) send(known.uri);
    else if (dice < 0.84) add({ kind: 'delete', uri: known.uri, by: random.pick(['sender', 'worker'] as const) });
    else if (dice < 0.92 && isPlainRevision(known)) add({ kind: 'take-back', uri: known.uri, text: known.versions.at(-1)?.text ?? '' });
    else add({ kind: 'settle' });
  }
  for (const uri of URIS.filter((one) => !held.has(one)).slice(0, Math.max(0, LEAST_LASTING - held.size))) send(uri);
  return steps;
}

/** What is left of a course: by invariants I1 to I3 nothing else shows in the state of a site. */
export function lastingDocuments(course: readonly Step[]): readonly LastingDocument[] {
  const held = new Map<string, LastingDocument>();
  for (const step of course) apply(held, step);
  return [...held.values()];
}

function apply(held: Map<string, LastingDocument>, step: Step): void {
  if (step.kind === 'settle') return;
  const known = held.get(step.uri);
  if (step.kind === 'delete') held.delete(step.uri);
  else if (step.kind === 'take-back') {
    if (known !== undefined) held.set(step.uri, { ...known, versions: known.versions.slice(0, -1) });
  } else if (known?.versions.some(({ text }) => text === step.text) !== true) {
    const { uri, text, labels } = step;
    held.set(uri, { uri, labels, versions: [...(known?.versions ?? []), { text, labels }] });
  }
}

/** Labels that came with a version stay when it is taken back, which no other course would lead to. */
function isPlainRevision({ versions }: LastingDocument): boolean {
  const [before, last] = versions.slice(-2);
  return before !== undefined && last !== undefined && before.labels.join() === last.labels.join();
}
