# Deux images du même code : « outils » (migrations, boîte de démonstration) et « application » (API, worker).
FROM node:22.21.1-bookworm-slim AS base
WORKDIR /jalons
# L'API et le worker vérifient le certificat des serveurs qu'ils appellent.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*

FROM base AS outils
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx prisma generate && mkdir -p /donnees /cache && chown node:node /donnees /cache
USER node
ENV JALONS_CACHE=/cache

FROM base AS application
ENV NODE_ENV=production JALONS_CACHE=/cache
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && mkdir /cache && chown node:node /cache
COPY . .
COPY --from=outils /jalons/prisma/client prisma/client
USER node
