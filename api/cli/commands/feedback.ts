import type { Command } from 'commander';
import { type Application, giveFeedback, listFeedback, withdrawFeedback } from '../../../app/index.ts';
import { writeFeedbackCases } from '../../../eval/index.ts';
import {
  type Caller,
  FaultlineError,
  FEEDBACK_STATES,
  FEEDBACK_VERDICTS,
  type FeedbackId,
  type FeedbackVerdict,
  parseFeedbackId,
} from '../../../kernel/index.ts';
import { presentFeedback, presentListedFeedback } from '../../contract/present-feedback.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { describeFeedback } from '../describe-review.ts';
import { feedbackCases } from '../feedback-cases.ts';
import { lastAnswer } from '../last-answer.ts';
import { readCount } from '../read-count.ts';
import { writeOutput } from '../write-output.ts';

interface ListOptions extends CommonOptions {
  readonly state?: string;
  readonly limit: string;
}

/** More than were ever given by hand. */
const ALL = Number.MAX_SAFE_INTEGER;
const GIVEN: Readonly<Record<FeedbackVerdict, string>> = {
  right: 'the last answer or diagnosis is right',
  wrong: 'something in the last answer or diagnosis is wrong',
  missing: 'something is missing in the last answer or diagnosis',
};

/** What people say of answers: said, listed, and exported as cases to measure by. */
export function addFeedback(program: Command, line: CommandLine): void {
  const feedback = program.command('feedback').description('say what the last answer was worth, and read what was said');

  for (const verdict of FEEDBACK_VERDICTS) {
    feedback
      .command(verdict)
      .description(`say that ${GIVEN[verdict]}; reviewers find it among their reviews`)
      .option('--remark <text>', 'what is wrong or missing, in your words', '')
      .action(async (_: unknown, command: Command) => {
        const options = command.optsWithGlobals<CommonOptions & { readonly remark: string }>();
        const given = await withApplication(options, async (application, caller) => {
          const { about, question, understood, observations, digest } = await lastAnswer(application.config.home);
          const name = { about, question, observations, digest, ...(understood === undefined ? {} : { understood }) };
          return giveFeedback(application, caller, { ...name, verdict, remark: options.remark });
        });
        if (options.json === true) return printJson(line, presentFeedback(given));
        line.out(`${given.id}  ${describeFeedback(given)}\n`);
      });
  }

  feedback
    .command('withdraw')
    .description('take back what you said; it leaves reviews, lists and cases, and the audit trail says that it was taken back')
    .argument('[feedback]', 'its id; absent: what you said of the last answer or diagnosis')
    .action(async (named: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const id = await withApplication(options, async (application, caller) => {
        const own = named === undefined ? await saidOfLast(application, caller) : readFeedback(named);
        await withdrawFeedback(application, caller, own);
        return own;
      });
      if (options.json === true) return printJson(line, { withdrawn: id });
      line.out(`${id}  taken back\n`);
    });

  feedback
    .command('list', { isDefault: true })
    .description('what was said of answers whose sources you may read, newest first')
    .option('--state <state>', FEEDBACK_STATES.join(', '))
    .option('--limit <count>', 'at most', '100')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const state = FEEDBACK_STATES.find((one) => one === options.state);
      if (options.state !== undefined && state === undefined) {
        throw new FaultlineError('invalid-request', `--state is one of ${FEEDBACK_STATES.join(', ')}, not "${options.state}".`);
      }
      const filter = { limit: readCount(options.limit, '--limit'), ...(state === undefined ? {} : { states: [state] }) };
      const found = await withApplication(options, (application, caller) => listFeedback(application, caller, filter));
      if (options.json === true) return printJson(line, found.map(presentListedFeedback));
      for (const one of found) line.out(`${one.id}  ${one.state}  ${describeFeedback(one)}\n`);
      if (found.length === 0) line.out('nothing was said of answers yet\n');
    });

  feedback
    .command('export')
    .description('what was said to be wrong or missing, and was not dismissed, as cases for `faultline eval run feedback`')
    .option('--write <file>', 'the file to write, a line of JSON each; absent: they are printed')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly write?: string }>();
      const cases = feedbackCases(
        await withApplication(options, (application, caller) => listFeedback(application, caller, { limit: ALL })),
      );
      if (options.write === undefined) return line.out(writeFeedbackCases(cases));
      await writeOutput(options.write, writeFeedbackCases(cases), 0o600);
      line.out(`${cases.length} cases in ${options.write}\n`);
    });
}

/** @throws FaultlineError `not-found` when the caller said nothing of the last answer. */
async function saidOfLast(application: Application, caller: Caller): Promise<FeedbackId> {
  const { question, digest } = await lastAnswer(application.config.home);
  const said = await listFeedback(application, caller, { limit: ALL });
  const own = said.find((one) => one.actor === caller.actor && one.digest === digest && one.question === question);
  if (own !== undefined) return own.id;
  throw new FaultlineError('not-found', 'You said nothing of the last answer; `faultline feedback` lists what was said, with ids.');
}

function readFeedback(text: string): FeedbackId {
  const id = parseFeedbackId(text);
  if (id === undefined) throw new FaultlineError('invalid-request', `"${text}" is no id of feedback; \`faultline feedback\` lists them.`);
  return id;
}
