import type { Command } from 'commander';
import { ANSWER_MODES, type Answer, type Application, converse, serveHere } from '../../../app/index.ts';
import { type Caller, FaultlineError } from '../../../kernel/index.ts';
import { answerFile } from '../../answer-file.ts';
import { answerRequestSchema } from '../../contract/answer.ts';
import { AS_OF, readsAsOf } from '../as-of.ts';
import { checkDraft } from '../check-draft.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { keepLastAnswer } from '../last-answer.ts';
import { presentAnswer } from '../present-answer.ts';
import { writeOutput } from '../write-output.ts';

interface AskOptions extends CommonOptions {
  readonly conversation?: string;
  readonly mode?: string;
  readonly asOf?: string;
  readonly budget?: string;
  readonly estimate?: boolean;
  readonly export?: string;
}

export function addAsk(program: Command, line: CommandLine): void {
  program
    .command('ask')
    .description('answer a question from the documents, each claim cited and checked')
    .argument('<question>', 'in Chinese or English')
    .option('--conversation <name>', 'ask on: equipment and fault of the earlier questions under this name are kept')
    .option('--as-of <day>', AS_OF)
    .option(
      '--export <file>',
      'also write the answer to this file with verdicts, sources and labels: JSON where it ends in .json, else Markdown',
    )
    .option('--mode <mode>', ANSWER_MODES.join(', '))
    .option('--budget <amount>', 'most that a language model may cost here, in the currency of FAULTLINE_CHAT_PRICES')
    .option('--estimate', 'ask no language model, and tell what its first calls would cost at most')
    .action(async (question: string, _: unknown, command: Command) => {
      const {
        conversation: conversationId,
        mode,
        asOf: day,
        budget,
        estimate,
        export: file,
        ...options
      } = command.optsWithGlobals<AskOptions>();
      const { asOf, ...request } = checkDraft(answerRequestSchema, { question, conversationId, mode, asOf: day });
      if (budget !== undefined && estimate === true)
        throw new FaultlineError('invalid-request', 'Give either --budget or --estimate, which is a budget of nothing.');
      const chatBudget = estimate === true ? 0 : budget;
      const ask = async (application: Application, who: Caller) => {
        const caller = readsAsOf(who, asOf);
        const answer = await converse(serveHere(application), caller, request, line.signal);
        await keepLastAnswer(application.config.home, question, answer);
        if (file !== undefined) await exportTo(file, { question, answer, exportedAt: application.clock.now() });
        if (options.json === true) printJson(line, answer);
        else line.out(presentAnswer(answer, { startedAs: line.startedAs, ids: options.verbose === true }));
      };
      await withApplication(options, ask, { settings: { chatBudget } });
    });
}

async function exportTo(
  file: string,
  { question, answer, exportedAt }: { readonly question: string; readonly answer: Answer; readonly exportedAt: number },
): Promise<void> {
  const { content, digest, envelope } = answer;
  const { notice, aigc } = envelope;
  const form = file.toLowerCase().endsWith('.json') ? 'json' : 'markdown';
  await writeOutput(file, answerFile({ question, content, digest, notice, aigc, exportedAt }, form).text, 0o600);
}
