import type { Command } from 'commander';
import { loadConfig, verifyTextAlone } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { verifyRequestSchema } from '../../contract/verify.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';
import { readInput } from '../read-input.ts';

export function addVerify(program: Command, line: CommandLine): void {
  program
    .command('verify')
    .description('check claims against sources: {answer | claims[], sources: [{id, text}], question?, strictness?} as JSON')
    .argument('<file>', 'JSON file, or - for standard input')
    .action(async (file: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const checked = await verifyTextAlone(loadConfig({ home: options.home }), readRequest(await readText(file)), line.signal);
      if (options.json === true) return printJson(line, checked);
      for (const claim of checked.claims) {
        const failed = claim.checks.filter((check) => check.outcome !== 'passed').map((check) => `\n    ${check.name}: ${check.detail}`);
        line.out(`${claim.verdict}\t${claim.score.toFixed(2)}\t${claim.text}${failed.join('')}\n`);
      }
      for (const { kind, sourceId, text } of checked.omissions) line.out(`omitted ${kind}\t${sourceId}\t${text.trim()}\n`);
      if (checked.degraded !== undefined) line.note('The language model is away: the scores are those without it.\n');
      line.out(`${checked.decision}\n`);
    });
}

async function readText(file: string): Promise<string> {
  if (file !== '-') return readInput(file);
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces).toString('utf8');
}

function readRequest(text: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new FaultlineError('invalid-request', 'The file does not hold JSON.', { cause: error });
  }
  const parsed = verifyRequestSchema.safeParse(json);
  if (!parsed.success) {
    throw new FaultlineError('invalid-request', parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  return parsed.data;
}
