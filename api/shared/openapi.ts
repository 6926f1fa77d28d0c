import { createDocument, type ZodOpenApiObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Route } from './route.ts';

const PROBLEM = { description: 'A problem (RFC 9457): code, detail, requestId; refusals or problems where there are any', content: { 'application/problem+json': { schema: { type: 'object' as const } } } };

const responses = (route: Route) => ({
  '200': { description: 'Done', content: { 'application/json': { schema: route.schema.response as never } } }, '400': PROBLEM, '401': PROBLEM, '403': PROBLEM, '404': PROBLEM, '409': PROBLEM, '413': PROBLEM, '429': PROBLEM, '503': PROBLEM,
});

const requestBody = (schema: object | undefined) => (schema ? { requestBody: { content: { 'application/json': { schema: schema as never } } } } : {});

const parameters = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name: name!, in: 'path' as const, required: true, schema: { type: 'string' as const } }));

/** The OpenAPI 3.1 document, made from the route objects. */
export function openApiDocument(routes: readonly Route[]): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path], [route.method]: {
        operationId: `${route.method}${route.path.replace(/[^a-zA-Z0-9]+(.)?/g, (_, c: string | undefined) => (c ?? '').toUpperCase())}`, summary: route.summary, tags: [route.path.split('/')[2] ?? ''], parameters: parameters(route.path),
        ...(route.schema.query ? { requestParams: { query: route.schema.query as never } } : {}), ...requestBody(route.schema.describes ?? route.schema.body), responses: responses(route),
      },
    };
  }
  const document: ZodOpenApiObject = { openapi: '3.1.1', info: { title: 'Peel', version: '0.1.0', description: 'Every act and read of Peel. Acts are refused with the code and the law.' }, paths };
  return createDocument(document);
}
