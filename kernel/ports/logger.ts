export type LogCategory = 'http' | 'ingest' | 'projection' | 'answer' | 'storage' | 'lifecycle';

/** Structured events, never document text, never secrets. */
export interface Logger {
  event(category: LogCategory, name: string, fields: Readonly<Record<string, string | number | boolean>>): void;
  error(category: LogCategory, name: string, error: unknown): void;
}
