# The same steps as `npm start`: locked dependencies, then one build of pages and programs.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund && rm -rf .next/cache

FROM node:22-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build --chown=node:node /app /app
# A new volume takes its owner from the folder it is mounted over.
RUN install --directory --owner node --group node /house
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "scripts/container/run.mjs", "dist/server.js"]
