/**
 * Versions of the protocol that are spoken, newest first. Older ones have neither structured content nor a header with the version,
 * and let several messages come as one.
 */
export const PROTOCOL_VERSIONS = ['2025-11-25', '2025-06-18'] as const;

/** The version to speak with a client that asks for one: its own where that is known, else the newest, which it may refuse. */
export function protocolVersionFor(asked: string): string {
  return PROTOCOL_VERSIONS.find((version) => version === asked) ?? PROTOCOL_VERSIONS[0];
}
