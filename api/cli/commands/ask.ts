import type { Command } from 'commander';
import { z } from 'zod';
import { ANSWER_MODES, type Answer, converse, loadConfig, serveHere, systemClock } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { answerFile } from '../../answer-file.ts';
import { answerRequestSchema, answerSchema } from '../../contract/answer.ts';
import { AS_OF, readsAsOf } from '../as-of.ts';
import { askService } from '../ask-service.ts';
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

const ANSWER = z.custom<Answer>((value) => answerSchema.safeParse(value).success);

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
      const sent = { question, conversationId, mode, asOf: day };
      const { asOf, ...request } = checkDraft(answerRequestSchema, sent);
      if (budget !== undefined && estimate === true)
        throw new FaultlineError('invalid-request', 'Give either --budget or --estimate, which is a budget of nothing.');
      const chatBudget = estimate === true ? 0 : budget;
      const config = loadConfig({ home: options.home, labels: options.readLabels, language: options.language });
      // What a service may spend is its own.
      const served = chatBudget === undefined ? await askService(config, '/v1/answers', sent, ANSWER, line.signal) : undefined;
      const answer =
        served ??
        (await withApplication(
          options,
          (application, caller) => converse(serveHere(application), readsAsOf(caller, asOf), request, line.signal),
          { settings: { chatBudget } },
        ));
      await keepLastAnswer(config.home, question, answer);
      if (file !== undefined) await exportTo(file, { question, answer, exportedAt: systemClock.now() });
      if (options.json === true) printJson(line, answer);
      else line.out(presentAnswer(answer, { startedAs: line.startedAs, ids: options.verbose === true }));
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
