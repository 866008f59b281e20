import { networkInterfaces } from 'node:os';
import type { Command } from 'commander';
import { checkCallers, checkTransport, configuredCaller, loadConfig, type Service, serveThreads } from '../../../app/index.ts';
import { serveHttp } from '../../http/serve-http.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { pageAddresses } from '../page-addresses.ts';
import { noteAddress } from '../service-address.ts';

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
      const forget = await noteAddress(threads.config, service.address);
      const { here, others } = pageAddresses(service.address, networkInterfaces());
      line.note(`Faultline listens on ${service.address} (description: ${here}docs)\n`);
      line.note(await whoIsLetIn(threads, line.signal));
      line.note(`Open the page: ${here}\n`);
      if (others.length > 0) line.note(`From other machines: ${others.join(' ')}\n`);
      await interrupted(line.signal);
      line.note('Stopping …\n');
      await forget();
      await service.stop();
    });
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Lines that say whom the service lets in and how it is reached, and what to do where that is nobody, everybody, or open to be read. */
async function whoIsLetIn(service: Service, signal: AbortSignal): Promise<string> {
  const { hasLive } = await service.findApiKey(configuredCaller(service.config), undefined, signal);
  const told = ({ level, detail, remedy }: ReturnType<typeof checkCallers>, how: string) =>
    `${level === 'ok' ? '' : 'Warning: '}${how}${detail}${remedy === undefined ? '' : ` → ${remedy}`}\n`;
  const transport = checkTransport(service.config);
  return `${told(checkCallers(service.config, hasLive), 'it answers ')}${transport.level === 'ok' ? '' : told(transport, '')}`;
}
