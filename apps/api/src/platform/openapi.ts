import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import * as contracts from '@visavis/contracts'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Config } from '../config.ts'

/** Schemas that the document names once and refers to. */
const components = z.registry<{ id: string }>()
components.add(contracts.agentSchema, { id: 'Agent' })
components.add(contracts.adminRoomSchema, { id: 'AdminRoom' })
components.add(contracts.adminUserSchema, { id: 'AdminUser' })
components.add(contracts.joinOutcomeSchema, { id: 'JoinOutcome' })
components.add(contracts.memberSchema, { id: 'Member' })
components.add(contracts.problemSchema, { id: 'Problem' })
components.add(contracts.publicConfigSchema, { id: 'PublicConfig' })
components.add(contracts.roomPreviewSchema, { id: 'RoomPreview' })
components.add(contracts.roomSchema, { id: 'Room' })
components.add(contracts.settingsSchema, { id: 'Settings' })

const toJsonSchema = createJsonSchemaTransform({ schemaRegistry: components })
const addComponents = createJsonSchemaTransformObject({ schemaRegistry: components })

/** Without the twins of what is only ever answered, as they would be if somebody sent them. */
const withComponents: typeof addComponents = (document) => {
  const result = addComponents(document)
  if (!('components' in result)) return result
  const schemas = Object.entries(result.components?.schemas ?? {}).filter(([name]) => !name.endsWith('Input'))
  return { ...result, components: { schemas: Object.fromEntries(schemas) } }
}

/** Answers that have no schema, because there is no body, or one without end. */
function bodiless({ status, response, stream }: contracts.Endpoint) {
  if (stream)
    return {
      200: { description: 'Server-sent events', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    }
  if (response !== null) return {}
  return { [status ?? 204]: { description: status === 302 ? 'Redirect' : 'Done', type: 'null' } }
}

const describe: typeof toJsonSchema = (document) => {
  const { schema, url } = toJsonSchema(document)
  const endpoint = document.route.config?.endpoint
  // What is no endpoint of the contracts, such as the gate, is not part of the API that others may build on.
  if (endpoint === undefined) return { schema: { hide: true }, url }
  const response = { ...bodiless(endpoint), ...(schema?.response as object | undefined) }
  return { schema: { ...schema, response, 'x-policy': endpoint.policy }, url }
}

/** OpenAPI 3.1, generated from the routes, at `/api/v1/openapi.json`, and a page to read it at `/api/docs`. */
export async function registerOpenApi(app: FastifyInstance, config: Pick<Config, 'productName'>): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: `${config.productName} API`, version: '1' },
      servers: [{ url: '/' }],
    },
    transform: describe,
    transformObject: withComponents,
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true, uiConfig: { validatorUrl: null } })
  app.get(`${contracts.apiPrefix}/openapi.json`, { schema: { hide: true } }, async () => app.swagger())
}
