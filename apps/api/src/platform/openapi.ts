import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { apiPrefix } from '@visavis/contracts'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { Config } from '../config.ts'

/** OpenAPI 3.1, generated from the routes, at `/api/v1/openapi.json`, and a page to read it at `/api/docs`. */
export async function registerOpenApi(app: FastifyInstance, config: Pick<Config, 'productName'>): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: `${config.productName} API`, version: '1' },
      servers: [{ url: '/' }],
    },
    transform: (document) => {
      const transformed = jsonSchemaTransform(document)
      const policy = document.route.config?.policy
      return policy ? { ...transformed, schema: { ...transformed.schema, 'x-policy': policy } } : transformed
    },
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true, uiConfig: { validatorUrl: null } })
  app.get(`${apiPrefix}/openapi.json`, { schema: { hide: true } }, async () => app.swagger())
}
