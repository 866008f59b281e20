import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fail } from './failure.mjs';
import { readText } from './files.mjs';

/** Port 0 asks for any free one. Resolves with the port, or undefined when it is taken. */
function listenOnce(port) {
  return new Promise((resolve) => {
    const server = createServer().on('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const { port: found } = server.address();
      server.close(() => resolve(found));
    });
  });
}

/**
 * The port of a home: the asked one, else that of its last start, else any free one. A home keeps its port, so that clients
 * find the server again after a crash.
 */
export async function choosePort(portFile, asked) {
  const wanted = Number(asked ?? readText(portFile));
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) fail(`port ${asked} is no port: give a number up to 65535, 0 for any`);
  const port = await listenOnce(wanted);
  if (port === undefined) fail(`port ${wanted} is taken; stop what listens there, or give another with --port (0 for any free one)`);
  writeFileSync(portFile, `${port}\n`);
  return port;
}
