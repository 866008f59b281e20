import type { ApiOperation, ApiSchema, NamedSchemas } from './api-document.ts';
import { exampleValue } from './example-value.ts';

/** A call by curl that a shell takes as it stands, once `FAULTLINE` is the address of the service and `KEY` a key. */
export function exampleCall({ path, method, operation }: ApiOperation, named: NamedSchemas): string {
  const query = (operation.parameters ?? []).flatMap((parameter) =>
    'in' in parameter && parameter.in === 'query' && parameter.required === true && parameter.schema !== undefined
      ? [`${parameter.name}=${encodeURIComponent(String(exampleValue(parameter.schema, named)))}`]
      : [],
  );
  const address = `$FAULTLINE${path.replace(/\{(\w+)\}/g, (_, name: string) => `$${shellName(name)}`)}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const lines = [`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"${address}"`, '-H "authorization: Bearer $KEY"'];
  const body = jsonBody(operation);
  if (body !== undefined) {
    lines.push("-H 'content-type: application/json'", `-d ${quoteForShell(JSON.stringify(exampleValue(body, named)))}`);
  } else {
    const file = sentFile(operation);
    if (file !== undefined) lines.push(`-F 'file=@${file}'`);
  }
  return lines.join(' \\\n  ');
}

/** Schema of the JSON that an operation takes. */
export function jsonBody(operation: ApiOperation['operation']): ApiSchema | undefined {
  const body = operation.requestBody;
  return body !== undefined && 'content' in body ? body.content['application/json']?.schema : undefined;
}

/** Name of a file that an operation takes as a form; undefined where it takes none. */
function sentFile({ requestBody }: ApiOperation['operation']): string | undefined {
  const form = requestBody !== undefined && 'content' in requestBody ? requestBody.content['multipart/form-data'] : undefined;
  if (form === undefined) return undefined;
  return JSON.stringify(form.schema).includes('"contentMediaType":"image/') ? 'photo.jpg' : 'manual.pdf';
}

/** `versionId` → `VERSION_ID` */
function shellName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
