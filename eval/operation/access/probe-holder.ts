import { z } from 'zod';
import { parseJson } from '../../../kernel/index.ts';
import type { HttpCaller } from '../http/http-caller.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { ProbeDraw } from './http-probe.ts';
import { isRefused, type NamedProbe, probesFor } from './http-probes.ts';
import type { KeyHolder } from './key-holder.ts';
import { told } from './told.ts';

/** Somebody's probes of a service that holds what is hidden, and of one that never did. */
export interface HolderProbes {
  readonly there: HttpCaller;
  readonly here: HttpCaller;
  readonly holder: KeyHolder;
  readonly key: string;
  /** The key of one who may read everything of the tenant. */
  readonly insiderKey: string;
  readonly count: number;
  readonly atOnce: number;
  readonly drawFor: (number: number) => Omit<ProbeDraw, 'conversation'>;
  readonly onProbe: (outcome: ProbeOutcome) => void;
}

export interface ProbeOutcome {
  readonly operation: string;
  readonly holder: KeyHolder;
  readonly asked: HttpRequest;
  /** Of the first page. */
  readonly status: number;
  readonly there: string;
  readonly here: string;
  /** A sentence where the role was not treated as roles are. */
  readonly fault?: string;
  /** Whether one who may read everything was told something else; absent: was not asked. */
  readonly isHiding?: boolean;
}

/** One probe in so many is also sent by one who may read everything. */
const COMPARED = 8;
const PAGES = 3;
const pageShape = z.looseObject({ next: z.string() });

/** Sends random requests to both services, some at a time. */
export async function probeHolder(
  { there, here, holder, key, insiderKey, count, atOnce, drawFor, onProbe }: HolderProbes,
  signal: AbortSignal,
): Promise<void> {
  const probes = probesFor(holder.caller.role);
  const weight = probes.reduce((sum, probe) => sum + probe.weight, 0);
  let next = 0;

  async function lane(conversation: string): Promise<void> {
    while (next < count) {
      signal.throwIfAborted();
      const number = next++;
      const draw = { ...drawFor(number), conversation };
      const probe = pick(probes, draw.any.random.next() * weight);
      const asked = probe.draw(draw);
      const isCompared = number % COMPARED === 0 && probe.kind === 'look';
      const [full, alone, all] = await Promise.all([
        textOf(there, probe, asked, key),
        textOf(here, probe, asked, key),
        isCompared ? textOf(there, probe, asked, insiderKey) : undefined,
      ]);
      const fault = faultOf(probe, holder, alone.status);
      onProbe({
        operation: probe.operation,
        holder,
        asked,
        status: alone.status,
        there: full.text,
        here: alone.text,
        ...(fault === undefined ? {} : { fault }),
        ...(all === undefined ? {} : { isHiding: all.text !== full.text }),
      });
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, index) => lane(`lane-${index}`)));
}

/** All that is told, over some pages of a list. */
async function textOf(http: HttpCaller, { pages = false, shown }: NamedProbe, asked: HttpRequest, key: string) {
  const answer = await http.send(asked, key);
  const texts = [told(answer)];
  for (let last = answer; pages && texts.length < PAGES; ) {
    const page = pageShape.safeParse(parseJson(last.body.toString('utf8')));
    if (!page.success) break;
    last = await http.send({ ...asked, path: `${asked.path}&cursor=${page.data.next}` }, key);
    texts.push(told(last));
  }
  const text = texts.join('\n');
  return { status: answer.status, text: shown?.(text) ?? text };
}

/** A service that fails alike on both sides must not be taken for one that agrees. */
function faultOf(probe: NamedProbe, { caller }: KeyHolder, status: number): string | undefined {
  const told = `${probe.operation} as ${caller.role}: ${status}`;
  if (isRefused(probe, caller.role)) return status === 403 ? undefined : `${told}, although the role does not allow it`;
  if (status === 403) return `${told}, although the role allows it`;
  if (status === 401 || status === 429 || status >= 500) return `${told}, which is no answer`;
  if (probe.kind === 'hidden-change' && status < 400) return `${told}, although it may not be read`;
  return undefined;
}

function pick(probes: readonly NamedProbe[], at: number): NamedProbe {
  let left = at;
  for (const probe of probes) {
    left -= probe.weight;
    if (left < 0) return probe;
  }
  throw new RangeError('there is no probe');
}
