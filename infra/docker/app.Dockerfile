FROM node:24-slim AS build
WORKDIR /src
RUN npm install --global pnpm@12.21.0
COPY . .
RUN pnpm install --frozen-lockfile
# Prisma insists on an engine that it would download, and runs none to generate: any executable satisfies it.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true pnpm exec prisma generate --schema prisma/schema.prisma \
  && pnpm --filter @visavis/web run build \
  && pnpm --filter @visavis/api run build \
  && pnpm --filter @visavis/api deploy --legacy --prod /out

FROM node:24-slim
WORKDIR /app
COPY --from=build /out/package.json .
COPY --from=build /out/node_modules node_modules
COPY --from=build /src/apps/api/dist dist
COPY --from=build /src/apps/web/dist web
COPY --from=build /src/prisma/migrations migrations
ENV NODE_ENV=production WEB_DIST=/app/web MIGRATIONS_DIR=/app/migrations
USER node
EXPOSE 8080
# V8 by itself lets the heap grow to several times what is in use before it collects; glibc keeps an arena for every
# thread, and what was freed for later.
ENV MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=131072 MALLOC_MMAP_THRESHOLD_=32768
CMD ["node", "--max-semi-space-size=3", "--heap-growing-percent=20", "--no-sparkplug", "--no-maglev", "dist/server.js"]
