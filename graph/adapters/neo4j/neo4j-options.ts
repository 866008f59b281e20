/** How to reach a database of Neo4j, and which store in it. */
export interface Neo4jOptions {
  /** `bolt://`, `neo4j://` or with `+s` for TLS. */
  readonly uri: string;
  /** File of PEM of the authority that signed the server's certificate, where it is not a public one; only with `+s`. */
  readonly certificateAuthorityFile?: string;
  readonly username: string;
  readonly password: string;
  /** Default `neo4j`, the one database of the Community edition. */
  readonly database?: string;
  /** Name of the store: several live side by side in one database. Lower-case letters, digits, `.`, `_`, `-`; at most 63. */
  readonly store: string;
  /** Longest time of one read, 1 to 600,000 ms. Default 10,000. */
  readonly readTimeoutMs?: number;
  /** Longest time of one write transaction, 1 to 3,600,000 ms. Default 120,000. */
  readonly writeTimeoutMs?: number;
}
