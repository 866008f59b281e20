import type { Encoding } from './detect-encoding.ts';

/** Turns bytes into text, piece by piece; what is no text of the encoding becomes U+FFFD. A byte-order mark gives no text. */
export interface Decoder {
  /** `stream`: more follows, so a character may go on in the next piece. Without bytes: the end. */
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** A decoder of an encoding, also of the UTF-32 that the platform's own decoder does not know. */
export function makeDecoder(encoding: Encoding): Decoder {
  return encoding === 'utf-32le' || encoding === 'utf-32be' ? wideDecoder(encoding === 'utf-32le') : new TextDecoder(encoding);
}

const UNIT_BYTES = 4;
const MARK = 0xfeff;
const REPLACEMENT = '\ufffd';
/** Characters put together in one step. */
const BATCH = 8_192;

function wideDecoder(isLittle: boolean): Decoder {
  let left = new Uint8Array(0);
  let isFirst = true;
  return {
    decode(bytes = new Uint8Array(0), { stream = false } = {}) {
      const all = Buffer.concat([left, bytes]);
      const whole = all.length - (all.length % UNIT_BYTES);
      const pieces: string[] = [];
      let batch: string[] = [];
      for (let at = 0; at < whole; at += UNIT_BYTES) {
        const code = isLittle ? all.readUInt32LE(at) : all.readUInt32BE(at);
        if (!(isFirst && code === MARK)) batch.push(isScalar(code) ? String.fromCodePoint(code) : REPLACEMENT);
        isFirst = false;
        if (batch.length < BATCH) continue;
        pieces.push(batch.join(''));
        batch = [];
      }
      left = Uint8Array.from(all.subarray(whole));
      if (!stream && left.length > 0) {
        batch.push(REPLACEMENT);
        left = new Uint8Array(0);
      }
      return [...pieces, ...batch].join('');
    },
  };
}

function isScalar(code: number): boolean {
  return code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);
}
