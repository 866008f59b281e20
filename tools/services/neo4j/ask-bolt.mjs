import { connect } from 'node:net';

const packString = (text) => {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from(bytes.length < 16 ? [0x80 | bytes.length] : [0xd0, bytes.length]), bytes]);
};
const packMap = (map) =>
  Buffer.concat([
    Buffer.from([0xa0 | Object.keys(map).length]),
    ...Object.entries(map).flatMap(([key, value]) => [
      packString(key),
      typeof value === 'number' ? Buffer.from([value & 0xff]) : packString(value),
    ]),
  ]);
const message = (tag, ...fields) => {
  const body = Buffer.concat([Buffer.from([0xb0 | fields.length, tag]), ...fields]);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(body.length);
  return Buffer.concat([size, body, Buffer.alloc(2)]);
};

const GREETING = Buffer.from('6060b01700000005000004040000000000000000', 'hex');
const RECORD = 0x71;
const FAILURE = 0x7f;

function questions(password) {
  return Buffer.concat([
    message(0x01, packMap({ user_agent: 'faultline-wait/1', scheme: 'basic', principal: 'neo4j', credentials: password })),
    message(0x10, packString('RETURN 1'), packMap({}), packMap({ db: 'neo4j' })),
    message(0x3f, packMap({ n: -1 })),
  ]);
}

/** What the first telling message in the bytes says: that a query ran, or the server's fault; undefined: nothing yet. */
function verdict(bytes) {
  // Answers here are far below one chunk of 64 KB.
  for (let at = 0; at + 2 <= bytes.length; ) {
    const size = bytes.readUInt16BE(at);
    if (at + 2 + size > bytes.length) return undefined;
    const body = bytes.subarray(at + 2, at + 2 + size);
    if (body[1] === RECORD) return { ran: true };
    if (body[1] === FAILURE) return { ran: false, fault: body.toString('utf8').replace(/[^\x20-\x7e]+/g, ' ') };
    at += 2 + size;
  }
  return undefined;
}

/** Speaks just enough Bolt to run `RETURN 1`, without a driver: rejects with what the server said, or with the connection's fault. */
export function askBolt(port, password) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let bytes = Buffer.alloc(0);
    let isGreeted = false;
    const end = (error) => {
      socket.destroy();
      if (error) reject(error);
      else resolve();
    };
    socket.setTimeout(5000, () => end(new Error('timeout')));
    socket.on('error', end);
    socket.on('close', () => end(new Error('closed')));
    socket.on('connect', () => socket.write(GREETING));
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (!isGreeted && bytes.length >= 4) {
        if (bytes.readUInt32BE(0) === 0) return end(new Error('no common version of Bolt'));
        isGreeted = true;
        bytes = bytes.subarray(4);
        socket.write(questions(password));
      }
      const found = isGreeted ? verdict(bytes) : undefined;
      if (found !== undefined) end(found.ran ? undefined : new Error(found.fault));
    });
  });
}
