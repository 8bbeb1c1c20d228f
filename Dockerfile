# Pin it by digest where images are built for good: docs/deploy.md.
ARG NODE_IMAGE=node:24-trixie-slim

# The server and the board, compiled.
FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY src src
COPY migrations migrations
COPY web web
RUN npx nest build && npx vite build --config web/vite.config.mjs --logLevel warn

# What is needed to serve: no tools, and no PostgreSQL.
FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE} AS served
ENV NODE_ENV=production TOLLGATE_HOST=0.0.0.0 TOLLGATE_DATA_DIR=/data
WORKDIR /app
# With a key stated in TOLLGATE_SECRET_KEY nothing is written there.
RUN install -d -o 1000 -g 1000 -m 0700 /data
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY --from=build /app/dist dist
COPY --from=build /app/web/dist web/dist
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/src/main.js"]

# The same with pg_dump, for backups: docker build --target tools.
FROM served AS tools
USER 0:0
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/*
USER 1000:1000

FROM served
