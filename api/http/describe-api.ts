import { API_INFO } from './api-info.ts';
import type { HttpApp } from './http-app.ts';

/** Serves the description of all routes, made from the schemas that check them. */
export function describeApi(http: HttpApp): void {
  http.doc31('/openapi.json', API_INFO);
}
