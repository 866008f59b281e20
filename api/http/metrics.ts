import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { configuredCaller, type Measured, PROGRAM_VERSION, type Service } from '../../app/index.ts';
import type { Caller } from '../../kernel/index.ts';

/** Seconds: from a search in memory to an upload over a slow line. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

export interface Metrics {
  /** Counts a request that has been answered. The route, not the address: an address may hold what was asked. */
  observe(method: string, route: string, status: number, seconds: number): void;
  /** Text in the form of Prometheus, read at this moment. @throws FaultlineError `forbidden`. */
  render(caller: Caller, signal: AbortSignal): Promise<string>;
  /** The same as values, for the service itself. */
  read(signal: AbortSignal): Promise<readonly Measured[]>;
  readonly contentType: string;
}

/** `ofProcess`: with memory, processor and event-loop lag of this process, of which there is one. */
export function openMetrics(service: Service, ofProcess: boolean): Metrics {
  const register = new Registry();
  const registers = [register];
  if (ofProcess) collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: 'faultline_http_request_seconds',
    help: 'Time to answer a request, by route; its count is the number of requests',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `faultline_${name}`, help, labelNames, registers });
  const info = gauge('info', 'Always 1; the label says which program', 'version');
  const jobs = gauge('jobs', 'Jobs by state; queued is the queue, dead were given up', 'state');
  const outboxUnits = gauge('outbox_units', 'Units that wait to be projected', 'target');
  const outboxAge = gauge('outbox_oldest_seconds', 'Since when the oldest of them waits: how far a projection is behind', 'target');
  const stored = gauge('stored', 'What the ledger holds: documents, versions, pages, passages, records', 'what');
  const revision = gauge('projection_revision', 'Goes up with every change of search index or graph', 'target');
  const storeUp = gauge('store_up', 'Whether search index and graph answer', 'target');
  const unsealed = gauge('audit_unsealed_events', 'Audit events that wait for their seal');
  const unsealedAge = gauge('audit_unsealed_oldest_seconds', 'Since when the oldest of them waits');
  const up = gauge('thread_up', 'Threads that take calls', 'role');
  const busy = gauge('threads_busy', 'Threads with a call under way', 'role');
  const calls = gauge('thread_calls', 'Calls under way or waiting in threads', 'role');
  info.set({ version: PROGRAM_VERSION }, 1);
  const states = new Set<string>();

  async function look(caller: Caller, signal: AbortSignal): Promise<void> {
    const now = await service.readGauges(caller, undefined, signal);
    // A state that no job is in any more is 0, not what it was.
    for (const state of Object.keys(now.jobs)) states.add(state);
    for (const state of states) jobs.set({ state }, now.jobs[state] ?? 0);
    for (const target of ['search', 'graph'] as const) {
      outboxUnits.set({ target }, now.outbox[target].units);
      outboxAge.set({ target }, now.outbox[target].oldest / 1000);
      const held = now.revisions[target];
      storeUp.set({ target }, held === undefined ? 0 : 1);
      if (held === undefined) revision.remove({ target });
      else revision.set({ target }, held);
    }
    for (const [what, count] of Object.entries(now.stored)) stored.set({ what }, count);
    unsealed.set(now.unsealed.events);
    unsealedAge.set(now.unsealed.oldest / 1000);
    const threads = service.threads();
    for (const role of ['writer', 'reader'] as const) {
      const ofRole = threads.filter((thread) => thread.role === role);
      up.set({ role }, ofRole.filter((thread) => thread.isUp).length);
      busy.set({ role }, ofRole.filter((thread) => thread.calls > 0).length);
      calls.set(
        { role },
        ofRole.reduce((sum, thread) => sum + thread.calls, 0),
      );
    }
  }

  return {
    contentType: register.contentType,
    observe: (method, route, status, seconds) => requests.observe({ method, route, status: String(status) }, seconds),
    async render(caller, signal) {
      await look(caller, signal);
      return register.metrics();
    },
    async read(signal) {
      await look({ ...configuredCaller(service.config), labels: 'all' }, signal);
      // Their type is wider than what is in them: names of metrics, labels and numbers.
      return (await register.getMetricsAsJSON()) as unknown as readonly Measured[];
    },
  };
}
