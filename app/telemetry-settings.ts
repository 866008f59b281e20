import { z } from 'zod';
import { endpointAddress } from './endpoint-settings.ts';

/** Where traces and metrics are sent; without an address nothing of it is loaded and nothing is sent. */
export const TELEMETRY_SETTINGS = {
  telemetryUrl: endpointAddress('http://host:4318', 'OTEL_EXPORTER_OTLP_HEADERS').describe(
    'Receiver of traces and metrics by OTLP over HTTP; /v1/traces and /v1/metrics are added to it. Unset: OTEL_EXPORTER_OTLP_ENDPOINT, else nothing is sent',
  ),
  telemetryName: z
    .string()
    .min(1)
    .max(200)
    .default('faultline')
    .describe('Name of this service among traces and metrics; unset: OTEL_SERVICE_NAME'),
  telemetrySeconds: z.coerce
    .number({ error: 'must be a whole number of seconds' })
    .int()
    .positive()
    .max(86_400)
    .default(60)
    .describe('How often metrics are sent there'),
};

/** Variables of the OpenTelemetry specification that stand for a setting which is not given. */
export const STANDARD_VARIABLES: Readonly<Partial<Record<string, string>>> = {
  telemetryUrl: 'OTEL_EXPORTER_OTLP_ENDPOINT',
  telemetryName: 'OTEL_SERVICE_NAME',
};
