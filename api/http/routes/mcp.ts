import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { mcpMessageSchema } from '../../contract/mcp.ts';
import { answerMessage } from '../../mcp/answer-message.ts';
import { PROTOCOL_VERSIONS } from '../../mcp/protocol-versions.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const post = createRoute({
  method: 'post',
  path: '/mcp',
  operationId: 'postMcpMessage',
  summary: 'The Model Context Protocol, for programs that call tools: a message a request, its answer as JSON',
  description:
    'Nothing is kept between requests: there is no stream to open and no session to end. The header `MCP-Protocol-Version`, where it is sent, names a version that is spoken here.',
  request: { body: { required: true, content: { 'application/json': { schema: mcpMessageSchema } } } },
  responses: {
    200: { description: 'The answer to a request', content: { 'application/json': { schema: mcpMessageSchema } } },
    202: { description: 'What wants no answer was taken' },
    ...problems('invalid-request', 'request-too-large', 'unsupported-media-type'),
  },
});

export function addMcp(http: HttpApp, service: Service): void {
  http.openapi(post, async (context) => {
    const version = context.req.header('mcp-protocol-version');
    if (version !== undefined && !PROTOCOL_VERSIONS.some((known) => known === version))
      throw new FaultlineError('invalid-request', `The protocol is spoken here in the versions ${PROTOCOL_VERSIONS.join(', ')}.`);
    const answer = await answerMessage(
      {
        service,
        caller: callerOf(context),
        signal: context.req.raw.signal,
        onFault: (error) => service.logger.error('http', 'mcp-call-failed', error, { requestId: context.get('requestId') }),
      },
      context.req.valid('json'),
    );
    return answer === undefined ? context.body(null, 202) : context.json(answer, 200);
  });
}
