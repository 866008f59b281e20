import { hostname } from 'node:os';

/** Names a process in the leases of the jobs it works. */
export function workerName(): string {
  return `${hostname()}-${process.pid}`;
}

/**
 * Whether a worker of that name was a process of this machine that has ended. One that bears our own number has: we have taken no
 * job yet. Asked when a worker starts, so that what its predecessor read is gone on with at once and counts as no failure.
 */
export function isGoneWorker(name: string): boolean {
  const own = `${hostname()}-`;
  const pid = name.startsWith(own) ? Number(name.slice(own.length)) : Number.NaN;
  if (!Number.isInteger(pid) || pid < 1) return false;
  return pid === process.pid || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
