import type { Command } from 'commander';
import {
  cancelJob,
  followJob,
  getJob,
  JOB_STATES,
  type JobEvent,
  type JobRow,
  type JobState,
  listJobs,
  readingWords,
  retryJob,
} from '../../../app/index.ts';
import { FaultlineError, type JobId, parseJobId, parseVersionId } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { openProgress } from '../progress-bars.ts';
import { readCount } from '../read-count.ts';

interface ListOptions extends CommonOptions {
  readonly state?: string;
  readonly limit: string;
  readonly after?: string;
}

interface ShowOptions extends CommonOptions {
  readonly follow?: boolean;
}

export function addJobs(program: Command, line: CommandLine): void {
  const jobs = program.command('jobs').description('the work of reading documents: what waits, runs, was given up and why');

  jobs
    .command('list')
    .description('jobs, newest first; --state dead lists what was given up')
    .option('--state <state>', `only jobs in this state: ${JOB_STATES.join(', ')}`)
    .option('--limit <count>', 'at most so many', '100')
    .option('--after <id>', 'those that follow this job in the list')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const limit = readCount(options.limit, '--limit');
      const states = options.state === undefined ? undefined : [readState(options.state)];
      const last = options.after === undefined ? undefined : readJobId(options.after);
      const found = await withApplication(options, async (application, caller) => {
        const after = last === undefined ? undefined : await getJob(application, caller, last);
        return listJobs(application, caller, {
          limit,
          ...(states === undefined ? {} : { states }),
          ...(after === undefined ? {} : { after: { createdAt: after.createdAt, id: after.id } }),
        });
      });
      if (options.json === true) printJson(line, found);
      else for (const job of found) line.out(presentJob(job));
    });

  jobs
    .command('show')
    .description('one job with what happened to it')
    .argument('<id>', 'id of the job')
    .option('--follow', 'wait and show what happens until the job has ended')
    .action(async (text: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ShowOptions>();
      const id = readJobId(text);
      const told: JobEvent[] = [];
      const job = await withApplication(options, async (application, caller) => {
        const found = await getJob(application, caller, id);
        if (options.follow !== true) {
          told.push(...(await application.ledger.jobs.events(id, undefined, MOST_EVENTS)));
          return found;
        }
        const progress = openProgress(line, readingWords(application.config.language), application.clock.now);
        const versionId = parseVersionId(found.subject);
        try {
          for await (const event of followJob(application, caller, { job: id }, line.signal)) {
            told.push(event);
            if (event.kind === 'progress' && versionId !== undefined) {
              progress.show({ ...event, versionId, fileName: found.document?.fileName ?? found.subject });
            }
          }
        } finally {
          progress.end();
        }
        return getJob(application, caller, id);
      });
      if (options.json === true) return printJson(line, { job, events: told });
      line.out(presentJob(job));
      for (const event of told) line.out(`  ${presentEvent(event)}\n`);
    });

  steering('cancel', 'end a job that waits or runs; what was read of its document is taken back', cancelJob);
  steering('retry', 'queue a job that was given up or cancelled anew; a server or the next ingest works it', retryJob);

  function steering(name: string, description: string, order: typeof cancelJob): void {
    jobs
      .command(name)
      .description(description)
      .argument('<id>', 'id of the job')
      .action(async (text: string, _: unknown, command: Command) => {
        const options = command.optsWithGlobals<CommonOptions>();
        const id = readJobId(text);
        const job = await withApplication(options, (application, caller) => order(application, caller, id));
        if (options.json === true) printJson(line, job);
        else line.out(presentJob(job));
      });
  }
}

const MOST_EVENTS = 10_000;

/** One line a job: id, state, document, last step; a second one with the reason. */
function presentJob({ id, state, attempts, progress, reason, document }: JobRow): string {
  const step =
    progress === undefined
      ? ''
      : `  ${progress.stage} ${progress.done}${progress.total === undefined ? '' : `/${progress.total}`} ${progress.unit}s`;
  const tried = attempts > 1 ? `  attempt ${attempts}` : '';
  return `${id}  ${state}  ${document?.uri ?? 'a document that is gone'}${step}${tried}\n${reason === undefined ? '' : `    ${reason}\n`}`;
}

function presentEvent({ number, at, ...event }: JobEvent): string {
  const time = new Date(at).toISOString();
  switch (event.kind) {
    case 'progress': {
      const of = event.total === undefined ? '' : ` of ${event.total}`;
      return `${number}  ${time}  ${event.stage} ${event.chunk}: ${event.done}${of} ${event.unit}s${event.rate === undefined ? '' : `, ${event.rate}/s`}`;
    }
    case 'running':
      return `${number}  ${time}  running, attempt ${event.attempt}`;
    case 'done':
      return `${number}  ${time}  done${event.outcome === undefined ? '' : `: ${event.outcome}`}${event.reason === undefined ? '' : ` (${event.reason})`}`;
    case 'queued':
      return `${number}  ${time}  queued`;
    default:
      return `${number}  ${time}  ${event.kind}${event.reason === undefined ? '' : `: ${event.reason}`}`;
  }
}

function readState(text: string): JobState {
  const state = JOB_STATES.find((one) => one === text);
  if (state === undefined)
    throw new FaultlineError('invalid-request', `There is no state "${text}"; choose one of ${JOB_STATES.join(', ')}.`);
  return state;
}

function readJobId(text: string): JobId {
  const id = parseJobId(text);
  if (id === undefined) throw new FaultlineError('invalid-request', `"${text}" is no job id; \`faultline jobs list\` lists them.`);
  return id;
}
