export type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** Text in an encoding of two or four bytes a unit. */
export function encodeWide(text: string, encoding: WideEncoding): Buffer {
  const wide = encoding.startsWith('utf-32')
    ? Buffer.concat([...text].map((sign) => Buffer.from(Uint32Array.of(sign.codePointAt(0) ?? 0).buffer)))
    : Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return wide.swap16();
  return encoding === 'utf-32be' ? wide.swap32() : wide;
}
