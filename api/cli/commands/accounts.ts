import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import {
  type Account,
  type Application,
  createAccount,
  listAccounts,
  removeAccount,
  SALT_BYTES,
  setPassword,
  setRights,
} from '../../../app/index.ts';
import { type Caller, FaultlineError, ROLES } from '../../../kernel/index.ts';
import { presentAccount } from '../../contract/present-account.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { heldText, readHeld, readRole } from '../read-rights.ts';

interface RightsOptions extends CommonOptions {
  readonly role: string;
  readonly labels?: string;
}

const ROLE = `what the person may do, each all that the one before it may: ${ROLES.join(', ')}`;
const LABELS = 'access labels that the person reads by, separated by commas; * reads everything, - only what has none';
const NAME = 'name or id of the account';

export function addAccounts(program: Command, line: CommandLine): void {
  const accounts = program.command('accounts').description('people who sign in to the page by name and password');

  accounts
    .command('add')
    .description('make an account; its password is asked for, or is the first line of standard input')
    .argument('<name>', 'what the person signs in by, as decisions and the audit trail will name them; never given twice')
    .requiredOption('--role <role>', ROLE)
    .option('--labels <labels>', LABELS, '-')
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RightsOptions>();
      const rights = { role: readRole(options.role), labels: readHeld(options.labels ?? '-') };
      const request = { name, ...rights, password: await newPassword(line), salt: randomBytes(SALT_BYTES) };
      const account = await withApplication(options, (application, caller) => createAccount(application, caller, request), {
        makesHome: true,
      });
      if (options.json === true) return printJson(line, presentAccount(account));
      line.out(`${account.name} can sign in\n`);
      line.note('From now on a service on this data asks everybody who they are; this command line goes on without.\n');
    });

  accounts
    .command('list')
    .description('all accounts that were ever made, by name')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const listed = await withApplication(options, listAccounts);
      if (options.json === true) return printJson(line, listed.map(presentAccount));
      for (const account of listed) line.out(`${lineOf(account)}\n`);
      if (listed.length === 0) line.note('There is no account: make one with `faultline accounts add`.\n');
    });

  accounts
    .command('password')
    .description('set another password, asked for as with `add`; whoever is signed in by the old one is signed out within seconds')
    .argument('<account>', NAME)
    .action(async (named: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const password = await newPassword(line);
      const account = await withApplication(options, async (application, caller) => {
        const { id } = await accountOf(application, caller, named);
        return setPassword(application, caller, { id, password, salt: randomBytes(SALT_BYTES) });
      });
      tell(options, account, `${account.name} has another password`);
    });

  accounts
    .command('role')
    .description('give an account another role, or other labels; counts within seconds for who is signed in too')
    .argument('<account>', NAME)
    .requiredOption('--role <role>', ROLE)
    .option('--labels <labels>', `${LABELS}; unset: as before`)
    .action(async (named: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RightsOptions>();
      const role = readRole(options.role);
      const account = await withApplication(options, async (application, caller) => {
        const before = await accountOf(application, caller, named);
        const labels = options.labels === undefined ? before.labels : readHeld(options.labels);
        return setRights(application, caller, { id: before.id, role, labels });
      });
      tell(options, account, lineOf(account));
    });

  accounts
    .command('remove')
    .description('end an account; whoever is signed in by it is signed out within seconds')
    .argument('<account>', NAME)
    .action(async (named: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const account = await withApplication(options, async (application, caller) =>
        removeAccount(application, caller, (await accountOf(application, caller, named)).id),
      );
      tell(options, account, `${account.name} is removed`);
    });

  function tell({ json }: CommonOptions, account: Account, text: string): void {
    if (json === true) printJson(line, presentAccount(account));
    else line.out(`${text}\n`);
  }
}

/** Typed twice on a terminal, where it is not shown. */
async function newPassword({ isInteractive, secret }: CommandLine): Promise<string> {
  const password = await secret('Password: ');
  if (isInteractive && (await secret('Once more: ')) !== password)
    throw new FaultlineError('invalid-request', 'The two are not the same; nothing was changed.');
  return password;
}

async function accountOf(application: Application, caller: Caller, named: string): Promise<Account> {
  const found = (await listAccounts(application, caller)).find(({ id, name }) => id === named || name === named.normalize('NFC'));
  if (found !== undefined) return found;
  throw new FaultlineError('not-found', `There is no account "${named}"; \`faultline accounts list\` names them.`);
}

const timeOf = (milliseconds: number) => new Date(milliseconds).toISOString();

function lineOf({ id, name, role, labels, passwordAt, removedAt }: Account): string {
  const state = removedAt === undefined ? `password of ${timeOf(passwordAt)}` : `removed ${timeOf(removedAt)}`;
  return `${name}  ${role}  labels ${heldText(labels)}  ${state}  ${id}`;
}
