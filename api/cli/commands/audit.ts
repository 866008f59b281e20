import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditCheck,
  type AuditFilter,
  type AuditHead,
  coverVersions,
  listAudit,
  proveAudit,
  verifyAudit,
} from '../../../app/index.ts';
import { FaultlineError, parseJson } from '../../../kernel/index.ts';
import { asStarted } from '../as-started.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { readCount } from '../read-count.ts';

interface ListOptions extends CommonOptions {
  readonly actor?: string;
  readonly action?: readonly string[];
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly before?: string;
  readonly limit: string;
}

interface VerifyOptions extends CommonOptions {
  readonly head?: string;
}

/** Format of an exported head; whoever signs it signs these bytes. */
const HEAD_FORMAT = 'faultline-audit-head/1';
const headSchema = z.strictObject({
  format: z.literal(HEAD_FORMAT),
  seal: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  events: z.int().min(1),
  at: z.iso.datetime(),
});

export function addAudit(program: Command, line: CommandLine): void {
  const audit = program.command('audit').description('the trail of who asked and who changed what');

  audit
    .command('list')
    .description('events, newest first')
    .option('--actor <name>', 'of one who acted; "system" is the service itself')
    .option('--action <actions...>', `of these kinds: ${AUDIT_ACTIONS.join(', ')}`)
    .option('--subject <id>', 'about one version, document, job, or the hash of a question')
    .option('--from <time>', 'not before this time (ISO 8601)')
    .option('--to <time>', 'before this time')
    .option('--before <number>', 'events of lower numbers only: the next page')
    .option('--limit <count>', 'events at most', '50')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const filter = readFilter(options);
      const events = await withApplication(options, (application, caller) => listAudit(application, caller, filter));
      if (options.json === true) return printJson(line, events);
      for (const { number, at, actor, action, subject, detail } of events) {
        line.out(`${number}\t${new Date(at).toISOString()}\t${actor}\t${action}\t${subject}\t${JSON.stringify(detail)}\n`);
      }
      const last = events.at(-1);
      if (last !== undefined && events.length === filter.limit) line.note(`more: --before ${last.number}\n`);
    });

  audit
    .command('verify')
    .description('recompute the whole trail, and compare what is kept of documents with the digests in it; exit 65 when something differs')
    .option('--head <file>', 'a head kept elsewhere: shows also what was cut off or written anew')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<VerifyOptions>();
      const asked = { content: true, ...(options.head === undefined ? {} : { head: await readHead(options.head) }) };
      const found = await withApplication(options, (application, caller) => verifyAudit(application, caller, asked, line.signal));
      if (options.json === true) printJson(line, found);
      else line.out(asStarted(presentVerification(found), line.startedAs));
      if (found.faults.length > 0) throw new FaultlineError('conflict', 'The audit trail is not as it was sealed.');
      if ((found.content?.damaged.length ?? 0) > 0)
        throw new FaultlineError('conflict', 'What is kept of documents is not what was read: send these again, or restore a backup.');
    });

  audit
    .command('cover')
    .description('put a digest into the trail for document versions of before that have none, as they stand now')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const covered = await withApplication(options, (application, caller) => coverVersions(application, caller, line.signal));
      if (options.json === true) printJson(line, { covered });
      else line.out(`${covered} document versions covered\n`);
    });

  audit
    .command('head')
    .description('print the last seal, to be kept (and signed) where nobody who can write the data folder can write')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const { head } = await withApplication(options, (application, caller) =>
        verifyAudit(application, caller, { content: false }, line.signal),
      );
      if (head === undefined) throw new FaultlineError('not-found', 'Nothing has been sealed yet.');
      line.out(`${JSON.stringify({ format: HEAD_FORMAT, ...head, at: new Date(head.at).toISOString() })}\n`);
    });

  audit
    .command('prove')
    .description('print the hashes that lead from one event to the last seal')
    .argument('<number>', 'number of the event')
    .action(async (number: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const event = readCount(number, 'prove');
      printJson(line, await withApplication(options, (application, caller) => proveAudit(application, caller, event)));
    });
}

function readFilter({ actor, action, subject, from, to, before, limit }: ListOptions): AuditFilter {
  return {
    limit: readCount(limit, '--limit'),
    ...(actor === undefined ? {} : { actor }),
    ...(action === undefined ? {} : { actions: action.map(readAction) }),
    ...(subject === undefined ? {} : { subject }),
    ...(from === undefined ? {} : { from: readTime(from, '--from') }),
    ...(to === undefined ? {} : { to: readTime(to, '--to') }),
    ...(before === undefined ? {} : { before: readCount(before, '--before') }),
  };
}

function readAction(text: string): AuditAction {
  const found = AUDIT_ACTIONS.find((action) => action === text);
  if (found === undefined)
    throw new FaultlineError('invalid-request', `There is no action "${text}"; choose of ${AUDIT_ACTIONS.join(', ')}.`);
  return found;
}

function readTime(text: string, option: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new FaultlineError('invalid-request', `${option} takes a time like 2026-11-26T08:00:00Z, not "${text}".`);
  return time;
}

async function readHead(path: string): Promise<AuditHead> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new FaultlineError('not-found', `The head "${path}" cannot be read.`, { cause });
  });
  const parsed = headSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new FaultlineError('invalid-request', `"${path}" is no head as \`faultline audit head\` prints it.`);
  const { format: _, at, ...head } = parsed.data;
  return { ...head, at: Date.parse(at) };
}

function presentVerification({ faults, seals, sealed, emptied, waiting, head, content }: AuditCheck): string {
  const lines = faults.map(({ seal, event, what }) =>
    [seal === undefined ? '' : `seal ${seal}`, event === undefined ? '' : `event ${event}`, what].filter((part) => part !== '').join(': '),
  );
  if (emptied > 0) lines.push(`${emptied} events were emptied of who did what, as the settings have it; their hashes hold`);
  lines.push(`${faults.length === 0 ? 'whole' : 'BROKEN'}: ${sealed} events under ${seals} seals, ${waiting} waiting for theirs`);
  if (content !== undefined) {
    for (const { version, title, parts } of content.damaged) lines.push(`DAMAGED: ${version} "${title}": ${parts.join(', ')}`);
    lines.push(`${content.checked} document versions compared with their digests, ${content.damaged.length} differ`);
    if (content.uncovered > 0) lines.push(`${content.uncovered} versions have no digest and are not covered: \`faultline audit cover\``);
  }
  if (head !== undefined) lines.push(`head: seal ${head.seal} ${head.hash} (${new Date(head.at).toISOString()})`);
  return `${lines.join('\n')}\n`;
}
