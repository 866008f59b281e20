import { REPORT_NOTICE } from '../../eval/index.ts';
import { type CommandLine, type CommonOptions, printJson } from './command-line.ts';
import { writeOutput } from './write-output.ts';

/** A report in its two forms: for programs, and in words. */
interface Report {
  readonly report: unknown;
  readonly text: string;
  /** As Markdown, where that is more than the text. */
  readonly page?: string;
}

/** Ends a measurement or a suite: writes its report to the file that was asked for, with whose words it is below it, and prints it. */
export async function giveReport(
  line: CommandLine,
  { json, write }: CommonOptions & { readonly write?: string },
  { report, text, page = text }: Report,
): Promise<void> {
  if (write !== undefined) await writeOutput(write, `${page.trimEnd()}\n\n${REPORT_NOTICE.en} ${REPORT_NOTICE.zh}\n`);
  if (json === true) printJson(line, report);
  else line.out(text);
}
