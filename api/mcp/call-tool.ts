import { FaultlineError, toFaultlineError } from '../../kernel/index.ts';
import type { Found, Tool, ToolContext } from './tool.ts';

type Content =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image'; readonly data: string; readonly mimeType: 'image/png' };

/** The result of `tools/call`. Of an error `_meta` holds code and whether to try again. */
export interface ToolResult {
  readonly content: readonly Content[];
  readonly structuredContent?: unknown;
  readonly isError?: true;
  readonly _meta?: { readonly 'faultline/error': { readonly code: string; readonly retryable: boolean } };
}

/**
 * Calls a tool. What is wrong with a call, or not to be had at the moment, is a result that says so in words, which a model reads and
 * acts upon.
 * @throws whatever is a fault of the program, for the caller to log.
 */
export async function callTool(tool: Tool, context: ToolContext, given: unknown): Promise<ToolResult> {
  try {
    return present(await tool.call(context, given));
  } catch (error) {
    if (!(error instanceof FaultlineError) || error.code === 'internal') throw error;
    return refused(error);
  }
}

/** As data, and as text for clients that read nothing else. */
function present({ data, pictures = [] }: Found<unknown>): ToolResult {
  const images = pictures.map((png) => ({ type: 'image', data: Buffer.from(png).toString('base64'), mimeType: 'image/png' }) as const);
  return { content: [{ type: 'text', text: JSON.stringify(data) }, ...images], structuredContent: data };
}

function refused(error: FaultlineError): ToolResult {
  const { code, message, retryable } = toFaultlineError(error);
  return { content: [{ type: 'text', text: message }], isError: true, _meta: { 'faultline/error': { code, retryable } } };
}
