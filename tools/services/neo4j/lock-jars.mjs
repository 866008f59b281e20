// Rewrites jars.sha256 after a version change in pom.xml: node tools/services/neo4j/lock-jars.mjs
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyJars, jarDigests, LOCK } from './jars.mjs';

const folder = mkdtempSync(join(tmpdir(), 'neo4j-jars-'));
try {
  copyJars(folder);
  writeFileSync(LOCK, `${jarDigests(folder).join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
