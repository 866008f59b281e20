import { FaultlineError } from '../../kernel/index.ts';
import type { HttpApp, HttpContext } from './http-app.ts';
import { sendProblem } from './problem.ts';

/** What no route takes: the address is unknown, or it has other methods, which the answer names. */
export function refuseUnknown(http: HttpApp): (context: HttpContext) => Response {
  const routes = http.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:[^/]+/g, '[^/]+')}$`) }));
  return (context) => {
    const { method, path } = context.req;
    const methods = [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map((route) => route.method))].sort();
    if (methods.length === 0) {
      return sendProblem(context, new FaultlineError('not-found', 'There is nothing at this address; /docs tells what there is.'));
    }
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
    const refused = sendProblem(context, new FaultlineError('method-not-allowed', `${method} is not possible here; use ${allowed}.`));
    refused.headers.set('allow', allowed);
    return refused;
  };
}
