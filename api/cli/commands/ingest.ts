import type { Command } from 'commander';
import {
  type Application,
  configuredCaller,
  dryRun,
  type IngestedFile,
  ingestFiles,
  loadConfig,
  type ReadingWords,
  type RegisteredFiles,
  readingWords,
  registerFiles,
  systemClock,
} from '../../../app/index.ts';
import {
  AUTHORITIES,
  type Authority,
  type Caller,
  type ColumnSaying,
  FaultlineError,
  headerKey,
  isReadOutcome,
  readLabelList,
  unknownColumns,
} from '../../../kernel/index.ts';
import { type ScopeFields, sentScopeNames } from '../../sent-scope-names.ts';
import { type CommandLine, type CommonOptions, NotWhole, printJson, withApplication } from '../command-line.ts';
import { presentLeftOut, presentPlan, presentRegister } from '../present-plan.ts';
import { openLook, openProgress } from '../progress-bars.ts';
import { readColumnMap } from '../read-column-map.ts';

interface IngestOptions extends CommonOptions, ScopeFields {
  readonly authority?: string;
  readonly site?: string;
  readonly labels?: string;
  readonly register?: string;
  readonly dryRun?: boolean;
  readonly map: readonly ColumnSaying[];
}

export function addIngest(program: Command, line: CommandLine): void {
  program
    .command('ingest')
    .description(
      'read files and folders into the data folder; a known name with other bytes is a new version; exit 65 when something was left out',
    )
    .argument('<paths...>', 'files or folders')
    .option('--authority <authority>', `who stands behind them: ${AUTHORITIES.join(', ')}`)
    .option('--site <site>', 'site that their tags belong to')
    .option('--labels <labels>', 'access labels, separated by commas')
    .option('--product <names>', 'products that all of them are about, separated by commas')
    .option('--model <names>', 'models, likewise')
    .option('--variant <names>', 'variants, likewise')
    .option('--product-version <names>', 'versions of the product, likewise')
    .option('--serial-range <range>', 'serial numbers, as one range of one or more pieces')
    .option(
      '--register <file>',
      'CSV with a row a document: file or uri, and any of title, number, revision, effective date, authority, labels, site, product, model, variant, product version, serial range (zh or en headers)',
    )
    .option(
      '--map <meaning>',
      'what a column of the files means, as "Header=role", behind it as needed ";unit=min", ";decimal=," or ";code:02=seal leak"; kept for the form of the file, so that its next export is read by it; repeatable',
      (text: string, before: readonly ColumnSaying[]) => [...before, readColumnMap(text)],
      [],
    )
    .option('--dry-run', 'say of each file what would become of it, and write nothing')
    .action(async (paths: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<IngestOptions>();
      const claims = {
        ...(options.authority === undefined ? {} : { authority: readAuthority(options.authority) }),
        ...(options.site === undefined ? {} : { site: options.site }),
        ...(options.labels === undefined ? {} : { labels: readLabelList(options.labels) }),
        ...sentScopeNames(options),
      };
      const register = options.register === undefined ? undefined : await registerFiles(paths, options.register);
      const request = {
        paths,
        claims,
        ...(options.map.length === 0 ? {} : { columns: options.map }),
        ...(register === undefined ? {} : { claimsOf: (uri: string) => register.claims.get(uri), heldBack: register.heldBack }),
      };
      if (options.dryRun === true) {
        const config = loadConfig({ home: options.home, labels: options.readLabels });
        const look = openLook(line);
        const { planned, leftOut } = await dryRun(config, configuredCaller(config), { ...request, onLook: look.show }, line.signal).finally(
          look.end,
        );
        if (options.json === true) printJson(line, { planned, leftOut, ...asJson(register) });
        else line.out(`${presentPlan(planned)}${presentLeftOut(leftOut)}${presentRegister(register)}`);
        if (leftOut.length > 0) throw new NotWhole();
        return;
      }
      const words = readingWords(loadConfig({ home: options.home, labels: options.readLabels, language: options.language }).language);
      const progress = openProgress(line, words, systemClock.now);
      const work = (application: Application, caller: Caller) =>
        ingestFiles(application, caller, { ...request, onTotals: progress.total }, progress.show, line.signal);
      const { files, leftOut } = await withApplication(options, work, { makesHome: true }).finally(progress.end);
      if (options.json !== true) {
        line.out(
          `${presentFiles(files, words)}${presentUnmatched(files, options.map)}${presentLeftOut(leftOut)}${presentRegister(register)}`,
        );
        line.out(presentUnknown(files, words, line.startedAs));
      } else printJson(line, { files, leftOut, ...asJson(register) });
      if (leftOut.length > 0) throw new NotWhole();
    });
}

function asJson(register: RegisteredFiles | undefined) {
  if (register === undefined) return {};
  const { faults, withoutRow, withoutFile } = register;
  return { register: { faults, withoutRow, withoutFile } };
}

/** One line a file: outcome, what was read, and the reason where it is not all well; what was not read stands apart, and last the totals. */
export function presentFiles(files: readonly IngestedFile[], words: ReadingWords): string {
  const isRead = ({ version: { outcome } }: IngestedFile) => isReadOutcome(outcome);
  const read = files.filter(isRead);
  const unread = files.filter((file) => !isRead(file));
  const whole = read.filter(({ version }) => version.outcome === 'visible').length;
  const apart = unread.length === 0 ? '' : `\n${words.notRead}\n${unread.map(lineOf).join('')}\n`;
  return `${read.map(lineOf).join('')}${apart}${words.totals(files.length, whole, read.length - whole, unread.length)}\n`;
}

function lineOf({ uri, status, version }: IngestedFile): string {
  const { report } = version;
  const read = report === undefined ? '' : ` ${report.rows === undefined ? `${report.passages} passages` : `${report.rows.total} rows`}`;
  return `${version.outcome ?? version.state}\t${uri}\t${status}${read}${version.reason === undefined ? '' : `\t${version.reason}`}\n`;
}

/** How many columns are not understood, and the command that shows them; empty where there are none. */
function presentUnknown(files: readonly IngestedFile[], words: ReadingWords, startedAs: string): string {
  const counts = files.map(({ version }) => unknownColumns(version.report ?? {}).length).filter((count) => count > 0);
  if (counts.length === 0) return '';
  const columns = counts.reduce((sum, count) => sum + count, 0);
  return `${words.unknownColumns(columns, counts.length, `\`${startedAs} reviews list --kind doubtful-column\``)}\n`;
}

/** What was said of columns that no file has. */
function presentUnmatched(files: readonly IngestedFile[], said: readonly ColumnSaying[]): string {
  return files
    .flatMap(({ uri, version }) => {
      const headers = new Set((version.report?.columns ?? []).map(({ header }) => headerKey(header)));
      return said
        .filter(({ column }) => !headers.has(headerKey(column)))
        .map(({ column }) => `no column\t${uri}\t"${column}" is not in it; what was said of it waits for a version that has it\n`);
    })
    .join('');
}

function readAuthority(text: string): Authority {
  const found = AUTHORITIES.find((authority) => authority === text);
  if (found === undefined)
    throw new FaultlineError('invalid-request', `There is no authority "${text}"; choose one of ${AUTHORITIES.join(', ')}.`);
  return found;
}
