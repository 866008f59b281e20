import { describe, expect, it } from 'vitest';
import { beginTrace } from './begin-trace.ts';

const random = (bytes: number) => new Uint8Array(bytes).fill(171);
const [TRACE, PARENT] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
const OWN = { trace: 'ab'.repeat(16), id: 'ab'.repeat(8) };

describe('where a request belongs among traces', () => {
  it('is the trace of its caller, where that is kept', () => {
    expect(beginTrace(`00-${TRACE}-${PARENT}-01`, random)).toEqual({ trace: TRACE, id: OWN.id, parent: PARENT });
    expect(beginTrace(`01-${TRACE}-${PARENT}-03-more`, random)).toEqual({ trace: TRACE, id: OWN.id, parent: PARENT });
    expect(beginTrace(`00-${TRACE}-${PARENT}-00`, random)).toBeUndefined();
  });

  it.each([undefined, '', 'P-101', `ff-${TRACE}-${PARENT}-01`, `00-${'0'.repeat(32)}-${PARENT}-01`, `00-${TRACE}-${'0'.repeat(16)}-01`])(
    'is one of its own under the header %j',
    (header) => {
      expect(beginTrace(header, random)).toEqual(OWN);
    },
  );
});
