#!/bin/sh
# Crée les deux bases de Temporal, ou les met à la version du serveur. Rejouable : le service du fichier
# docker-compose.yml le lance à chaque démarrage.
set -eu

outil() {
  base=$1
  shift
  temporal-sql-tool --plugin postgres12_pgx --ep "$POSTGRES_SEEDS" -p "$DB_PORT" -u "$POSTGRES_USER" --db "$base" "$@"
}

mettre_a_jour() {
  outil "$1" update-schema --schema-name "postgresql/v12/$2"
}

installer() {
  outil "$1" create-database
  outil "$1" setup-schema -v 0.0
  mettre_a_jour "$1" "$2"
}

mettre_a_jour temporal temporal || installer temporal temporal
mettre_a_jour temporal_visibility visibility || installer temporal_visibility visibility
