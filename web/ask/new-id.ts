/** A name of its own for a conversation or a question. (`randomUUID` is missing where a plant serves the page without TLS.) */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
