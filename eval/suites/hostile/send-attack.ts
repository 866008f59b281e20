import { connect } from 'node:net';
import type { Attack } from './attacks.ts';

/** What came of an attack: the statuses of all answers on its connection, none where it was closed without one or left. */
export interface Aftermath {
  readonly statuses: readonly number[];
  /** Neither answered nor ended in time. */
  readonly hung: boolean;
  /** All that came, as text. */
  readonly told: string;
}

const PAUSE_MILLISECONDS = 2;
const STATUS = /HTTP\/1\.1 (\d{3}) /g;

/** Sends the pieces over a connection of their own. Whoever does not leave waits for the end of the connection so many milliseconds. */
export function sendAttack(port: number, { pieces, leaves }: Attack, patienceMilliseconds: number): Promise<Aftermath> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let told = '';
    const end = (hung: boolean): void => {
      clearTimeout(patience);
      socket.destroy();
      resolve({ statuses: [...told.matchAll(STATUS)].map(([, status]) => Number(status)), hung, told });
    };
    const patience = setTimeout(() => end(true), patienceMilliseconds);
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      told += text;
    });
    socket.on('close', () => end(false));
    // A service that will not listen to the end may close amid what is sent.
    socket.on('error', () => end(false));
    const send = (at: number): void => {
      const piece = pieces[at];
      if (socket.destroyed) return;
      if (piece !== undefined) socket.write(piece, () => setTimeout(send, PAUSE_MILLISECONDS, at + 1));
      else if (leaves) end(false);
    };
    socket.on('connect', () => send(0));
  });
}
