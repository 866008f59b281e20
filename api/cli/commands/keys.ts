import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { type ApiKey, createApiKey, KEY_BYTES, listApiKeys, revokeApiKey } from '../../../app/index.ts';
import { FaultlineError, ROLES } from '../../../kernel/index.ts';
import { presentApiKey } from '../../contract/present-api-key.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { readCount } from '../read-count.ts';
import { heldText, readHeld, readRole } from '../read-rights.ts';

interface CreateOptions extends CommonOptions {
  readonly role: string;
  readonly labels: string;
  readonly days: string;
  readonly lasting?: boolean;
}

export function addKeys(program: Command, line: CommandLine): void {
  const keys = program.command('keys').description('keys by which a service knows who asks');

  keys
    .command('create')
    .description('make a key and show it, this once; a service that runs takes it at once')
    .argument('<name>', 'who or what holds it, as decisions and the audit trail will name it; never given twice')
    .requiredOption('--role <role>', `what the holder may do, each all that the one before it may: ${ROLES.join(', ')}`)
    .option(
      '--labels <labels>',
      'access labels that the holder reads by, separated by commas; * reads everything, - only what has none',
      '-',
    )
    .option('--days <days>', 'how long it counts', '365')
    .option('--lasting', 'it counts until it is revoked')
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CreateOptions>();
      const request = {
        name,
        role: readRole(options.role),
        labels: readHeld(options.labels),
        ...(options.lasting === true ? {} : { days: readCount(options.days, '--days') }),
        random: randomBytes(KEY_BYTES),
      };
      const { key, secret } = await withApplication(options, (application, caller) => createApiKey(application, caller, request), {
        makesHome: true,
      });
      if (options.json === true) return printJson(line, { ...presentApiKey(key), secret });
      line.out(`${secret}\n`);
      line.note(`The key of "${key.name}" (${key.id}) is shown this once and kept nowhere; send it as "Authorization: Bearer flk_…".\n`);
    });

  keys
    .command('list')
    .description('all keys that were ever made, by name, never the keys themselves')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const { listed, now } = await withApplication(options, async (application, caller) => ({
        listed: await listApiKeys(application, caller),
        now: application.clock.now(),
      }));
      if (options.json === true) return printJson(line, listed.map(presentApiKey));
      for (const key of listed) line.out(`${lineOf(key, now)}\n`);
      if (listed.length === 0) line.note('There is no key: make one with `faultline keys create`.\n');
    });

  keys
    .command('revoke')
    .description('end a key; a service that runs refuses it within seconds')
    .argument('<key>', 'its name or id')
    .action(async (named: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const key = await withApplication(options, async (application, caller) => {
        const found = (await listApiKeys(application, caller)).find(({ id, name }) => id === named || name === named.normalize('NFC'));
        if (found === undefined) throw new FaultlineError('not-found', `There is no key "${named}"; \`faultline keys list\` names them.`);
        return revokeApiKey(application, caller, found.id);
      });
      if (options.json === true) return printJson(line, presentApiKey(key));
      line.out(`${key.name} is revoked\n`);
    });
}

const timeOf = (milliseconds: number) => new Date(milliseconds).toISOString();

function lineOf({ id, name, role, labels, expiresAt, revokedAt, usedAt }: ApiKey, now: number): string {
  const isOver = expiresAt !== undefined && expiresAt <= now;
  const end = expiresAt === undefined ? 'lasting' : `${isOver ? 'expired' : 'until'} ${timeOf(expiresAt)}`;
  const state = revokedAt === undefined ? end : `revoked ${timeOf(revokedAt)}`;
  return `${name}  ${role}  labels ${heldText(labels)}  ${state}  ${usedAt === undefined ? 'never used' : `used ${timeOf(usedAt)}`}  ${id}`;
}
