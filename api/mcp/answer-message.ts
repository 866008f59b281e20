import { z } from 'zod';
import { PROGRAM_VERSION } from '../../app/index.ts';
import { toFaultlineError } from '../../kernel/index.ts';
import { callTool } from './call-tool.ts';
import { protocolVersionFor } from './protocol-versions.ts';
import type { ToolContext } from './tool.ts';
import { TOOLS } from './tools.ts';

/** Codes of JSON-RPC 2.0. */
export const RPC_ERRORS = { parse: -32700, invalidRequest: -32600, noMethod: -32601, invalidParams: -32602, internal: -32603 } as const;

export interface RpcError {
  readonly code: (typeof RPC_ERRORS)[keyof typeof RPC_ERRORS];
  readonly message: string;
}
export type RpcId = string | number | null;
/** What goes back for a message. */
export type RpcAnswer =
  | { readonly jsonrpc: '2.0'; readonly id: RpcId; readonly result: object }
  | { readonly jsonrpc: '2.0'; readonly id: RpcId; readonly error: RpcError };

const idSchema = z.union([z.string(), z.int()]);
const requestSchema = z.looseObject({
  jsonrpc: z.literal('2.0'),
  id: idSchema,
  method: z.string(),
  params: z.looseObject({}).optional(),
});
/** A notification, or the answer to a request, of which this server sends none. */
const heardSchema = z.union([
  z.looseObject({ jsonrpc: z.literal('2.0'), method: z.string(), id: z.undefined().optional() }),
  z.looseObject({ jsonrpc: z.literal('2.0'), id: idSchema, method: z.undefined().optional() }),
]);
const initializeSchema = z.looseObject({ protocolVersion: z.string() });
const callSchema = z.looseObject({ name: z.string(), arguments: z.looseObject({}).optional() });

const INSTRUCTIONS =
  "Faultline answers from a plant's own documents. Say what its claims say and cite their document, revision and place; what it does not answer, do not make up. Questions may be in Chinese or English.";

export interface MessageContext extends ToolContext {
  /** Told of what is a fault of the program; the client learns no more than that there is one. */
  readonly onFault: (error: unknown) => void;
}

export function rpcError(id: RpcId, error: RpcError): RpcAnswer {
  return { jsonrpc: '2.0', id, error };
}

/** Answers one message of the Model Context Protocol; undefined for what wants no answer. Keeps nothing between messages. */
export async function answerMessage(context: MessageContext, message: unknown): Promise<RpcAnswer | undefined> {
  const asked = requestSchema.safeParse(message);
  if (!asked.success) {
    if (heardSchema.safeParse(message).success) return undefined;
    return rpcError(null, { code: RPC_ERRORS.invalidRequest, message: 'This is no single message of JSON-RPC 2.0.' });
  }
  const { id, method, params = {} } = asked.data;
  switch (method) {
    case 'initialize': {
      const given = initializeSchema.safeParse(params);
      if (!given.success) return invalidParams(id, 'initialize names the protocolVersion that the client wants.');
      return result(id, {
        protocolVersion: protocolVersionFor(given.data.protocolVersion),
        capabilities: { tools: {} },
        serverInfo: { name: 'faultline', title: 'Faultline', version: PROGRAM_VERSION },
        instructions: INSTRUCTIONS,
      });
    }
    case 'ping':
      return result(id, {});
    case 'tools/list':
      if (params.cursor !== undefined) return invalidParams(id, 'All tools are on one page; there is no such cursor.');
      return result(id, {
        tools: TOOLS.map(({ name, title, description, inputSchema, outputSchema }) => ({
          name,
          title,
          description,
          inputSchema,
          outputSchema,
          annotations: { readOnlyHint: true, openWorldHint: false },
        })),
      });
    case 'tools/call': {
      const given = callSchema.safeParse(params);
      if (!given.success) return invalidParams(id, 'tools/call takes the name of a tool and its arguments.');
      const tool = TOOLS.find(({ name }) => name === given.data.name);
      if (tool === undefined) return invalidParams(id, `There is no tool "${given.data.name}"; tools/list names them.`);
      try {
        return result(id, await callTool(tool, context, given.data.arguments ?? {}));
      } catch (error) {
        if (!context.signal.aborted) context.onFault(error);
        return rpcError(id, { code: RPC_ERRORS.internal, message: toFaultlineError(error).message });
      }
    }
    default:
      return rpcError(id, { code: RPC_ERRORS.noMethod, message: 'This server has tools, and no such method.' });
  }
}

function result(id: RpcId, given: object): RpcAnswer {
  return { jsonrpc: '2.0', id, result: given };
}

function invalidParams(id: RpcId, message: string): RpcAnswer {
  return rpcError(id, { code: RPC_ERRORS.invalidParams, message });
}
