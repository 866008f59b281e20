import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Application, configuredCaller, listDecisions, workJobs } from '../../../app/index.ts';
import { createRandom, type Random } from '../../../datasets/index.ts';
import { canonicalJson, type Json, type Unit } from '../../../kernel/index.ts';
import type { SharedTools } from '../removal/data-folder.ts';
import { rememberingEmbedder } from '../removal/remembering-embedder.ts';
import { rememberingReader } from '../removal/remembering-reader.ts';
import { differences, type State, stateOf } from '../removal/state-of.ts';
import { type Moment, withCalls } from './fault-point.ts';
import type { KillPoint } from './kill-point.ts';
import { KILL_STEPS, type KillStep } from './kill-steps.ts';
import { openFolder } from './open-folder.ts';
import { PHASES, type Phase, runPhase } from './phases.ts';
import { spawnAndDie } from './spawn-and-die.ts';

export interface KillsOptions {
  readonly seed: number;
  /** Kills in all, spread evenly over the steps. */
  readonly count: number;
  /** Processes at a time. */
  readonly workers: number;
  readonly onKill?: (done: number) => void;
}

export interface StepReport {
  readonly step: string;
  readonly phase: Phase;
  readonly method: string;
  /** Calls of the method in an uninterrupted run of the phase. */
  readonly calls: number;
  /** Processes that died in the step, by their own last words. */
  readonly kills: Readonly<Record<Moment, number>>;
  /** Processes that came to their end without meeting their point; they count for nothing. */
  readonly missed: number;
}

export interface KillFault {
  readonly step: string;
  readonly point: Pick<KillPoint, 'call' | 'moment' | 'turns'>;
  readonly faults: readonly string[];
}

export interface KillsReport {
  readonly seed: number;
  readonly kills: number;
  readonly steps: readonly StepReport[];
  readonly faults: readonly KillFault[];
}

/** Later than any lease that a dead process held. */
const LATER = { now: () => Date.now() + 600_000 };
const MOST_TURNS = 600;
/** One process in so many has documents read by a process of its own, as in service. */
const READS_APART = 12;
/** A point that a run does not meet is drawn anew so often. */
const ATTEMPTS = 3;

/**
 * Invariant I4: kills processes amid every step of ingesting, revising, deciding and removing, resumes each folder as a restarted
 * program does, and holds it against a run that nobody disturbed: canonical export, index, graph, bytes, decisions and audit trail.
 */
export async function runKillsSuite({ seed, count, workers, onKill }: KillsOptions, signal: AbortSignal): Promise<KillsReport> {
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-kills-'));
  try {
    const tools: SharedTools = { read: rememberingReader(), embedder: rememberingEmbedder() };
    const course = await runUndisturbed(workspace, tools, signal);
    const random = createRandom(seed, 'kills');
    const steps = KILL_STEPS.map((step) => ({ step, kills: { before: 0, during: 0, within: 0, after: 0 }, missed: 0 }));
    const faults: KillFault[] = [];
    // Each step has its turn before one has a second, so that any number of kills is spread as evenly as can be.
    const turns = random.shuffle(steps);
    const queue = Array.from({ length: count }, (_, index) => ({ index, tally: turns[index % turns.length] }));
    let done = 0;

    async function work(): Promise<void> {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { tally, index } = next;
        if (tally === undefined) continue;
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
          signal.throwIfAborted();
          const home = join(workspace, `kill-${index}-${attempt}`);
          const point = drawPoint(tally.step, course, random.fork(`${index} ${attempt}`), { home, readsApart: index % READS_APART === 0 });
          const words = await killAndResume(point, course, tools, workspace, signal);
          if (words === undefined) {
            tally.missed += 1;
            continue;
          }
          tally.kills[words.moment] += 1;
          const { call, moment, turns } = point;
          if (words.faults.length > 0) faults.push({ step: tally.step.name, point: { call, moment, turns }, faults: words.faults });
          done += 1;
          onKill?.(done);
          break;
        }
      }
    }
    await Promise.all(Array.from({ length: workers }, work));
    const reports = steps.map(({ step, kills, missed }) => ({
      step: step.name,
      phase: step.phase,
      method: step.method,
      calls: course.calls.get(step) ?? 0,
      kills,
      missed,
    }));
    return { seed, kills: done, steps: reports, faults };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** A run that nobody disturbed: the folder before each phase, the state after it, and how often each step's method was called. */
interface Course {
  readonly before: ReadonlyMap<Phase, string>;
  readonly after: ReadonlyMap<Phase, FolderState>;
  readonly calls: ReadonlyMap<KillStep, number>;
  /** All units that were ever there: what only a projection still holds must not go unseen. */
  readonly units: ReadonlyMap<string, Unit>;
}

interface FolderState {
  readonly state: State;
  readonly decisions: string;
}

async function runUndisturbed(workspace: string, tools: SharedTools, signal: AbortSignal): Promise<Course> {
  const before = new Map<Phase, string>();
  const after = new Map<Phase, FolderState>();
  const calls = new Map<KillStep, number>(KILL_STEPS.map((step) => [step, 0]));
  let units: ReadonlyMap<string, Unit> = new Map();
  const home = join(workspace, 'undisturbed');
  for (const phase of PHASES) {
    const copy = join(workspace, `before-${phase}`);
    if (phase !== PHASES[0]) await cp(home, copy, { recursive: true });
    before.set(phase, copy);
    const opened = await openFolder(home, tools);
    try {
      const counted = KILL_STEPS.filter((step) => step.phase === phase).reduce(
        (application, step) =>
          withCalls(application, step.method, () => {
            calls.set(step, (calls.get(step) ?? 0) + 1);
          }),
        opened,
      );
      await runPhase(counted, phase, signal);
      const found = await folderState(opened, units, signal);
      units = found.state.units;
      after.set(phase, found);
    } finally {
      await opened.close();
    }
  }
  return { before, after, calls, units };
}

async function folderState(application: Application, seen: ReadonlyMap<string, Unit>, signal: AbortSignal): Promise<FolderState> {
  const decisions = await listDecisions(application, configuredCaller(application.config), { limit: 1_000 });
  return {
    state: await stateOf(application, seen, signal),
    decisions: canonicalJson(decisions.map(({ at: _, ...made }) => made) as unknown as Json),
  };
}

function drawPoint(step: KillStep, { calls }: Course, random: Random, folder: Pick<KillPoint, 'home' | 'readsApart'>): KillPoint {
  const { phase, method, moments } = step;
  return {
    ...folder,
    phase,
    method,
    call: random.integer(1, Math.max(1, calls.get(step) ?? 0)),
    moment: random.pick(moments),
    // Most calls are short: small numbers of turns are as likely as large ones.
    turns: Math.round(MOST_TURNS ** random.next()),
  };
}

/** Undefined: the process came to its end without meeting the point. */
async function killAndResume(
  point: KillPoint,
  course: Course,
  tools: SharedTools,
  workspace: string,
  signal: AbortSignal,
): Promise<{ readonly moment: Moment; readonly faults: readonly string[] } | undefined> {
  const { home, phase } = point;
  try {
    if (phase !== PHASES[0]) await cp(course.before.get(phase) ?? workspace, home, { recursive: true });
    const words = await spawnAndDie(point, signal);
    return words === undefined ? undefined : { moment: words.moment, faults: await resume(home, phase, course, tools, signal) };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** What a person does after a crash: starts the program, which ends what was begun, and gives the same commands again. */
async function resume(home: string, phase: Phase, course: Course, tools: SharedTools, signal: AbortSignal): Promise<readonly string[]> {
  const application = await openFolder(home, { ...tools, clock: LATER });
  try {
    await workJobs(application, {}, signal);
    await runPhase(application, phase, signal);
    await application.ledger.audit.seal();
    const expected = course.after.get(phase);
    const found = await folderState(application, course.units, signal);
    const trail = await application.ledger.audit.verify(undefined, signal);
    return [
      ...(expected === undefined ? ['no state to compare with'] : differences(expected.state, found.state)),
      ...(expected?.decisions === found.decisions ? [] : ['decisions']),
      ...(trail.faults.length === 0 ? [] : ['audit trail']),
    ];
  } finally {
    await application.close();
  }
}
