import type { z } from 'zod';
import type { Service } from '../../app/index.ts';
import type { Caller } from '../../kernel/index.ts';
import { InvalidArguments } from './invalid-arguments.ts';
import { jsonSchemaOf, type ObjectSchema } from './json-schema-of.ts';

/** What a tool works with: a service whose commands are guarded by the role of the caller. */
export interface ToolContext {
  readonly service: Service;
  readonly caller: Caller;
  readonly signal: AbortSignal;
}

/** What a tool found, as data, and pictures of it (PNG). */
export interface Found<Data> {
  readonly data: Data;
  readonly pictures?: readonly Uint8Array[];
}

/** One tool as clients of the protocol are told of it and call it. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema;
  /** @throws FaultlineError `invalid-request` for arguments that are not of the input schema, and whatever the command throws. */
  call(context: ToolContext, given: unknown): Promise<Found<unknown>>;
}

interface ToolDefinition<In extends z.ZodType, Out extends z.ZodType> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: In;
  readonly output: Out;
  readonly run: (context: ToolContext, given: z.output<In>) => Promise<Found<z.input<Out>>>;
}

/** A tool over one command: what comes in is checked by `input`, what goes out is described by `output`. */
export function defineTool<In extends z.ZodType, Out extends z.ZodType>({ input, output, run, ...told }: ToolDefinition<In, Out>): Tool {
  return {
    ...told,
    inputSchema: jsonSchemaOf(input),
    // What is given is of the form that the schema takes; nothing is parsed on its way out.
    outputSchema: jsonSchemaOf(output),
    async call(context, given) {
      const checked = input.safeParse(given);
      if (!checked.success) throw new InvalidArguments(checked.error);
      return run(context, checked.data);
    },
  };
}
