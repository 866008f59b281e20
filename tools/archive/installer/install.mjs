// Installs this release, or goes back to another, without npm and without a network. `help` lists the commands.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkChecksums } from './checksums.mjs';
import { fail, InstallFailure } from './failure.mjs';
import { currentVersion, installedVersions, installRelease, releaseFolder, rollBack } from './releases.mjs';

const HELP = `Usage: node installer/install.mjs COMMAND --prefix DIR

  install                put the release that this file belongs to beside those that are there, and use it
  roll-back [VERSION]    use the release again that was in use before, or the one that is named
  list                   the releases that are there; * marks the one in use
  verify                 compare the release in use with its checksums

The program is DIR/current/bin/faultline. Data folders are not touched: make a backup before an upgrade (\`faultline backup\`).
`;

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { prefix: { type: 'string' } } });
  const [command = 'help', version, ...rest] = positionals;
  if (command === 'help') return HELP;
  if (rest.length > 0 || (version !== undefined && command !== 'roll-back')) fail(`${rest[0] ?? version} is too much; see help`);
  if (values.prefix === undefined) fail('name the folder to install into with --prefix');
  const prefix = resolve(values.prefix);
  switch (command) {
    case 'install': {
      const { from, to, isNew } = await installRelease(join(dirname(fileURLToPath(import.meta.url)), '..'), prefix, new Date());
      const was = from === undefined ? '' : `, in place of ${from}`;
      const back = `Restart what runs; to go back: node ${join(prefix, 'current/installer/install.mjs')} roll-back --prefix ${prefix}\n`;
      return [
        `${isNew ? 'Installed' : 'Was there'}: ${releaseFolder(prefix, to)}\n`,
        `${from === to ? `${to} was in use already` : `${to} is in use now${was}`}: ${join(prefix, 'current/bin/faultline')}\n`,
        from === undefined || from === to ? '' : back,
      ].join('');
    }
    case 'roll-back': {
      const { from, to, isOtherSchema } = await rollBack(prefix, version, new Date());
      const warning = isOtherSchema
        ? `Their ledgers differ: a ledger that ${from} has opened is not opened by ${to}. Restore the backup that was made before.\n`
        : '';
      return `${to} is in use now, in place of ${from}. Restart what runs.\n${warning}`;
    }
    case 'list': {
      const current = currentVersion(prefix);
      return installedVersions(prefix)
        .map((name) => `${name === current ? '*' : ' '} ${name}\n`)
        .join('');
    }
    case 'verify': {
      const current = currentVersion(prefix) ?? fail(`nothing is installed in ${prefix}`);
      await checkChecksums(releaseFolder(prefix, current), 'Switch to another release, remove this folder and install it again.');
      return `${current} is as it was made.\n`;
    }
    default:
      return fail(`there is no command ${command}; see help`);
  }
}

try {
  process.stdout.write(await main());
} catch (error) {
  if (!(error instanceof InstallFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
