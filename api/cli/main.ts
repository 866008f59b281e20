#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { reportError } from './command-line.ts';
import { addAsk } from './commands/ask.ts';
import { addConfig } from './commands/config.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addDocuments } from './commands/documents.ts';
import { addEval } from './commands/eval.ts';
import { addExport } from './commands/export.ts';
import { addExtract } from './commands/extract.ts';
import { addGraph } from './commands/graph.ts';
import { addIngest } from './commands/ingest.ts';
import { addRecords } from './commands/records.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { addShow } from './commands/show.ts';
import { addVerify } from './commands/verify.ts';

const USAGE_EXIT = 64;

const stop = new AbortController();
process.once('SIGINT', () => stop.abort(new Error('interrupted')));
process.once('SIGTERM', () => stop.abort(new Error('terminated')));

const line = {
  out: (text: string) => void process.stdout.write(text),
  note: (text: string) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  signal: stop.signal,
};

const program = new Command('faultline')
  .description("Answers from a plant's own documents, each sentence traced to document, revision, page and box.")
  .option('--home <folder>', 'data folder (else FAULTLINE_HOME, else .faultline in the working directory)')
  .option('--json', 'print JSON')
  .exitOverride();
const COMMANDS = [
  addIngest,
  addAsk,
  addShow,
  addSearch,
  addVerify,
  addExtract,
  addDocuments,
  addGraph,
  addRecords,
  addExport,
  addEval,
  addDoctor,
  addConfig,
  addServe,
  addDemo,
];
for (const add of COMMANDS) add(program, line);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE_EXIT;
  else process.exitCode = reportError(line, error, program.opts<{ json?: boolean }>().json === true);
}
