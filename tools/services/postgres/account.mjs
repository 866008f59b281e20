import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail } from '../support/failure.mjs';
import { readText } from '../support/files.mjs';

function accountNamed(name) {
  const row = readText('/etc/passwd')
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[0] === name);
  return row && { uid: Number(row[2]), gid: Number(row[3]) };
}

/** The account that runs the server when this is root, which PostgreSQL refuses; undefined: the caller's own. */
export function serverAccount(data) {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  return accountNamed('postgres') ?? accountNamed('nobody') ?? fail('there is no account postgres or nobody to run the server');
}

/** Fails when the account may not enter a folder on the way to the file. */
export function checkReachable(file, account) {
  if (account === undefined) return;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { uid, gid, mode } = statSync(folder);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if (!(mode & bit))
        fail(`the account that runs the server for root may not enter ${folder}; use another --home or FAULTLINE_SERVICES_CACHE`);
    }
    if (folder === dirname(folder)) return;
  }
}
