import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askQuestion, configuredCaller, ingestFiles, loadConfig, openApplication } from '../../../app/index.ts';
import { positionOf } from '../../../datasets/index.ts';
import { foldIdentifier } from '../../../kernel/index.ts';
import { printTable } from '../../print-table.ts';
import { PATIENT } from '../patient.ts';
import type { DrawingPlan } from './drawing-plan.ts';
import { planDrawing } from './plan-drawing.ts';
import type { DrawingForm } from './write-sheets.ts';

/** What a revision changed and what was told of it, over the sheets of one drawing. */
export interface ScoredRevision {
  readonly seed: number;
  readonly form: DrawingForm;
  readonly wanted: number;
  readonly told: number;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
}

/** Every revision has another label and date; they are no change of their own. */
const EXPECTED: readonly string[] = ['revision', 'date'];

/** Draws two revisions of what is planned of each seed, asks of each sheet what changed and compares. Leaves nothing behind. */
export async function runDrawingRevisions(
  seeds: readonly number[],
  forms: readonly DrawingForm[],
  onDrawing: (seed: number, form: DrawingForm) => void,
  signal: AbortSignal,
  plan: DrawingPlan = 'skid',
): Promise<readonly ScoredRevision[]> {
  const scored: ScoredRevision[] = [];
  for (const seed of seeds)
    for (const form of forms) {
      scored.push(await scoreOne(plan, seed, form, signal));
      onDrawing(seed, form);
    }
  return scored;
}

async function scoreOne(plan: DrawingPlan, seed: number, form: DrawingForm, signal: AbortSignal): Promise<ScoredRevision> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-drawing-revisions-'));
  try {
    const before = planDrawing(plan, seed);
    const { drawing: after, changes } = before.revise();
    const paths: string[] = [];
    for (const [name, drawing] of [['before', before] as const, ['after', after] as const])
      for (const { fileName, content } of await drawing.write(form)) {
        const path = join(folder, `${name}-${fileName}`);
        await writeFile(path, content);
        paths.push(path);
      }
    const application = await openApplication(loadConfig({ ...PATIENT, home: join(folder, 'home') }, {}));
    try {
      const caller = configuredCaller(application.config);
      await ingestFiles(application, caller, { paths }, () => undefined, signal);
      const [old, now] = [before.revision, after.revision];
      const told: string[] = [];
      for (const number of after.numbers) {
        const question =
          seed % 2 === 0
            ? `图纸 ${number} 的 ${old} 版与 ${now} 版有何变化？`
            : `What changed on drawing ${number} between revision ${old} and ${now}?`;
        const { content } = await askQuestion(application, caller, { question }, signal);
        for (const claim of content.decision === 'answered' ? content.claims : []) {
          if (claim.kind === 'computed' || claim.drawn?.kind !== 'changed') continue;
          const { change, what, name, after: is = '' } = claim.drawn;
          if (what === 'title-block' && EXPECTED.includes(name)) continue;
          const now = what === 'mark' ? (positionOf(is) ?? is) : foldIdentifier(is);
          told.push([number, change, what, foldIdentifier(name), change === 'altered' ? now : ''].join(' '));
        }
      }
      return { seed, form, ...compare(changes, told) };
    } finally {
      await application.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function compare(wanted: readonly string[], told: readonly string[]): Omit<ScoredRevision, 'seed' | 'form'> {
  const [all, said] = [new Set(wanted), new Set(told)];
  return {
    wanted: all.size,
    told: said.size,
    missed: [...all].filter((one) => !said.has(one)),
    invented: [...said].filter((one) => !all.has(one)),
  };
}

/** Shares missed and invented by form, then each of them. */
export function reportDrawingRevisions(scored: readonly ScoredRevision[]): string {
  const forms = [...new Set(scored.map(({ form }) => form))];
  const rows = forms.map((form) => {
    const own = scored.filter((one) => one.form === form);
    const sum = (count: (one: ScoredRevision) => number): number => own.reduce((total, one) => total + count(one), 0);
    const [wanted, told] = [sum((one) => one.wanted), sum((one) => one.told)];
    const [missed, invented] = [sum((one) => one.missed.length), sum((one) => one.invented.length)];
    const share = (part: number): string => (wanted === 0 ? '–' : (part / wanted).toFixed(4));
    return [form, own.length, wanted, told, missed, share(missed), invented, share(invented)];
  });
  const faults = scored.flatMap(({ seed, form, missed, invented }) => [
    ...missed.map((one) => `${form} ${seed} missed ${one}`),
    ...invented.map((one) => `${form} ${seed} invented ${one}`),
  ]);
  const table = printTable(['form', 'drawings', 'changes', 'told', 'missed', 'of changes', 'invented', 'of changes'], rows);
  return `${table}\n${faults.length === 0 ? '' : `\n${faults.join('\n')}\n`}`;
}
