import type { TracePlace } from '../../kernel/index.ts';

/** `version-trace-parent-flags` of the W3C Trace Context; later versions may say more behind it. */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/**
 * Where a request belongs among traces: in that of its caller where the header `traceparent` names one, else in one of its own;
 * undefined where the caller says that the trace is not kept. A header that is none is left alone, as the standard asks.
 */
export function beginTrace(
  header: string | undefined,
  random: (bytes: number) => Uint8Array,
): (TracePlace & { readonly id: string }) | undefined {
  const newId = (bytes: number) => Buffer.from(random(bytes)).toString('hex');
  const [, trace, parent, flags] = TRACEPARENT.exec(header ?? '') ?? [];
  if (trace === undefined || parent === undefined || flags === undefined) return { trace: newId(16), id: newId(8) };
  return (Number.parseInt(flags, 16) & 1) === 0 ? undefined : { trace, id: newId(8), parent };
}
