import { Command, CommanderError } from 'commander';
import { asStarted } from './as-started.ts';
import { type CommandLine, FellBehind, NotWhole, reportError } from './command-line.ts';
import { addAccounts } from './commands/accounts.ts';
import { addAsk } from './commands/ask.ts';
import { addAudit } from './commands/audit.ts';
import { addBackup, addRestore } from './commands/backup.ts';
import { addConfig } from './commands/config.ts';
import { addConversations } from './commands/conversations.ts';
import { addDemo } from './commands/demo.ts';
import { addDiagnose } from './commands/diagnose.ts';
import { addDoctor } from './commands/doctor.ts';
import { addDocuments } from './commands/documents.ts';
import { addEval } from './commands/eval.ts';
import { addExport } from './commands/export.ts';
import { addExtract } from './commands/extract.ts';
import { addFeedback } from './commands/feedback.ts';
import { addGraph } from './commands/graph.ts';
import { addIngest } from './commands/ingest.ts';
import { addJobs } from './commands/jobs.ts';
import { addKeys } from './commands/keys.ts';
import { addMcp } from './commands/mcp.ts';
import { addMigrateStores } from './commands/migrate-stores.ts';
import { addNormalise } from './commands/normalise.ts';
import { addPassages } from './commands/passages.ts';
import { addQuality } from './commands/quality.ts';
import { addReconcile } from './commands/reconcile.ts';
import { addRecords } from './commands/records.ts';
import { addReindex } from './commands/reindex.ts';
import { addRetention } from './commands/retention.ts';
import { addReviews } from './commands/reviews.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { addShow } from './commands/show.ts';
import { addVerify } from './commands/verify.ts';
import { addVersion } from './commands/version.ts';
import { addWork } from './commands/work.ts';
import { fileFault } from './file-fault.ts';
import { checkOutputs } from './write-output.ts';

const USAGE_EXIT = 64;
const NOT_WHOLE_EXIT = 65;
const FELL_BEHIND_EXIT = 1;
/** What shells give for a program that was interrupted. */
const STOPPED_EXIT = 130;
const COMMANDS = [
  addIngest,
  addAsk,
  addDiagnose,
  addConversations,
  addShow,
  addSearch,
  addVerify,
  addExtract,
  addNormalise,
  addDocuments,
  addPassages,
  addQuality,
  addJobs,
  addGraph,
  addRecords,
  addReviews,
  addFeedback,
  addExport,
  addEval,
  addBackup,
  addRestore,
  addMigrateStores,
  addReconcile,
  addReindex,
  addKeys,
  addAccounts,
  addAudit,
  addRetention,
  addDoctor,
  addConfig,
  addServe,
  addMcp,
  addWork,
  addDemo,
  addVersion,
];

/** Runs one command and gives its exit code: 0, 1 where what is held fell behind, 64 for a wrong call, 65 for work that is done in part, else as the error table says. `words` are the arguments alone. */
export async function runCommandLine(words: readonly string[], given: CommandLine): Promise<number> {
  const named = (text: string) => asStarted(text, given.startedAs);
  const line: CommandLine = { ...given, note: (text) => given.note(named(text)) };
  const program = new Command(line.startedAs)
    .description("Answers from a plant's own documents, each sentence traced to document, revision, page and box.")
    .option('--home <folder>', 'data folder (else FAULTLINE_HOME, else .faultline in the working directory)')
    .option('--read-labels <labels>', 'access labels that you hold (else FAULTLINE_LABELS, else * for everything)')
    .option('--language <language>', 'zh or en, where a command tells in both (else FAULTLINE_LANGUAGE, else en)')
    .option('--json', 'print JSON')
    .option('--verbose', 'print ids of passages too, where they are beside what is for people')
    .exitOverride()
    .hook('preAction', (_, command) => checkOutputs(command.opts()))
    .configureOutput({ writeOut: (text) => line.out(named(text)), writeErr: line.note });
  for (const add of COMMANDS) add(program, line);
  try {
    // Everybody tries it so; as an option of the program it would take that of commands which remove one version of a document.
    const [first, ...rest] = words;
    await program.parseAsync(first === '--version' ? ['version', ...rest] : words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_EXIT;
    if (error instanceof NotWhole) return NOT_WHOLE_EXIT;
    if (error instanceof FellBehind) return FELL_BEHIND_EXIT;
    if (line.signal.aborted && error === line.signal.reason) {
      line.note('Stopped before it was done; what was done is kept.\n');
      return STOPPED_EXIT;
    }
    return reportError(line, fileFault(error), program.opts<{ json?: boolean }>().json === true);
  }
}
