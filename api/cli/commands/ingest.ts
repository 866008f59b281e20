import type { Command } from 'commander';
import { type IngestedFile, ingestFiles } from '../../../app/index.ts';
import { AUTHORITIES, type Authority, FaultlineError, readLabelList } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { openProgress } from '../progress-bars.ts';

interface IngestOptions extends CommonOptions {
  readonly authority?: string;
  readonly site?: string;
  readonly labels?: string;
}

export function addIngest(program: Command, line: CommandLine): void {
  program
    .command('ingest')
    .description('read files and folders into the data folder')
    .argument('<paths...>', 'files or folders')
    .option('--authority <authority>', `who stands behind them: ${AUTHORITIES.join(', ')}`)
    .option('--site <site>', 'site that their tags belong to')
    .option('--labels <labels>', 'access labels, separated by commas')
    .action(async (paths: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<IngestOptions>();
      const claims = {
        ...(options.authority === undefined ? {} : { authority: readAuthority(options.authority) }),
        ...(options.site === undefined ? {} : { site: options.site }),
        ...(options.labels === undefined ? {} : { labels: readLabelList(options.labels) }),
      };
      const progress = openProgress(line);
      const files = await withApplication(options, (application, caller) =>
        ingestFiles(application, caller, { paths, claims }, progress.show, line.signal),
      ).finally(progress.end);
      if (options.json === true) printJson(line, files);
      else line.out(presentFiles(files));
    });
}

/** One line a file: outcome, what was read, and the reason where it is not all well. */
export function presentFiles(files: readonly IngestedFile[]): string {
  return files
    .map(({ uri, status, version }) => {
      const { report } = version;
      const read =
        report === undefined ? '' : ` ${report.rows === undefined ? `${report.passages} passages` : `${report.rows.total} rows`}`;
      return `${version.outcome ?? version.state}\t${uri}\t${status}${read}${version.reason === undefined ? '' : `\t${version.reason}`}\n`;
    })
    .join('');
}

function readAuthority(text: string): Authority {
  const found = AUTHORITIES.find((authority) => authority === text);
  if (found === undefined)
    throw new FaultlineError('invalid-request', `There is no authority "${text}"; choose one of ${AUTHORITIES.join(', ')}.`);
  return found;
}
