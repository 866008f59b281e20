import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import type { TracedStep, TracePlace } from '../../kernel/index.ts';
import { instantOf } from './to-metrics.ts';

/** Numbers that the OTLP packages have for these words. */
const KINDS = { internal: 0, server: 1, consumer: 4 } as const;
const UNSET = 0;
const ERROR = 2;
const SAMPLED = 1;

/** Of whom spans tell, and by whom they are made. */
export interface SpanOrigin {
  readonly resource: Resource;
  readonly version: string;
  /** So many random bytes in hexadecimal digits. */
  readonly newId: (bytes: 8 | 16) => string;
}

/** A piece of work and its parts, the whole first. */
export function toSpans(step: TracedStep, place: TracePlace | undefined, origin: SpanOrigin): readonly ReadableSpan[] {
  const { resource, version, newId } = origin;
  const traceId = place?.trace ?? newId(16);
  const spanId = place?.id ?? newId(8);
  const context = (id: string) => ({ traceId, spanId: id, traceFlags: SAMPLED });
  const [startTime, endTime] = [instantOf(step.began), instantOf(step.ended)];
  const whole: ReadableSpan = {
    name: step.name,
    kind: KINDS[step.kind],
    spanContext: () => context(spanId),
    ...(place?.parent === undefined ? {} : { parentSpanContext: context(place.parent) }),
    startTime,
    endTime,
    duration: instantOf(step.ended - step.began),
    status: { code: step.isFailed ? ERROR : UNSET },
    attributes: step.attributes,
    links: [],
    events: [],
    ended: true,
    resource,
    instrumentationScope: { name: 'faultline', version },
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
  return [whole, ...step.steps.flatMap((part) => toSpans(part, { trace: traceId, parent: spanId }, origin))];
}
