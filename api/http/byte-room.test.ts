import { expect, it } from 'vitest';
import { openByteRoom } from './byte-room.ts';

it('room for bytes is shared by all requests, refused beyond it, and given back once', () => {
  const room = openByteRoom(100);
  const [one, other] = [room.begin(), room.begin()];
  one.take(60);
  expect(() => other.take(50)).toThrow('try again in a second');
  other.take(40);
  one.free();
  one.free();
  other.take(60);
  expect(() => room.begin().take(1)).toThrow('try again');
});
