export type LogCategory = 'http' | 'ingest' | 'projection' | 'answer' | 'storage' | 'lifecycle' | 'audit';

export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Structured events, never document text, never secrets. */
export interface Logger {
  event(category: LogCategory, name: string, fields: LogFields): void;
  error(category: LogCategory, name: string, error: unknown, fields?: LogFields): void;
}
