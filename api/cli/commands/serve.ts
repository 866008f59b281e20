import type { Command } from 'commander';
import { checkCallers, configuredCaller, loadConfig, type Service, serveThreads } from '../../../app/index.ts';
import { serveHttp } from '../../http/serve-http.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';

interface ServeOptions extends CommonOptions {
  readonly host?: string;
  readonly port?: string;
  readonly work: boolean;
}

export function addServe(program: Command, line: CommandLine): void {
  program
    .command('serve')
    .description('answer over HTTP and read what is sent, until interrupted')
    .option('--host <address>', 'address to listen on (loopback unless you change it)')
    .option('--port <port>', 'port; 0 picks a free one')
    .option('--no-work', 'leave reading to processes that run `faultline work`')
    .action(async (_: unknown, command: Command) => {
      const { home, host, port, readLabels, work } = command.optsWithGlobals<ServeOptions>();
      const threads = await serveThreads(loadConfig({ home, host, port, labels: readLabels, ...(work ? {} : { works: 'false' }) }));
      const service = await serveHttp(threads).catch(async (error: unknown) => {
        await threads.stop();
        throw error;
      });
      line.note(`Faultline listens on ${service.address} (description: ${service.address}/docs)\n`);
      line.note(await whoIsLetIn(threads, line.signal));
      line.note(`Open the page: ${service.address}/\n`);
      await interrupted(line.signal);
      line.note('Stopping …\n');
      await service.stop();
    });
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** A line that says whom the service lets in, and what to do where that is nobody or everybody. */
async function whoIsLetIn(service: Service, signal: AbortSignal): Promise<string> {
  const { hasLive } = await service.findApiKey(configuredCaller(service.config), undefined, signal);
  const { level, detail, remedy } = checkCallers(service.config, hasLive);
  return `${level === 'ok' ? '' : 'Warning: '}it answers ${detail}${remedy === undefined ? '' : ` → ${remedy}`}\n`;
}
