#!/bin/sh
# Remet des bases dans l'état d'une sauvegarde : sh restaurer.sh DOSSIER BASE…
# Tout doit être arrêté (api, workers, temporal) : une base encore ouverte est refusée, rien n'est alors changé.
# L'ancienne base est gardée sous le nom BASE_avant_HEURE.
set -eu
[ $# -ge 2 ] || { echo "Usage : sh restaurer.sh DOSSIER BASE…" >&2; exit 2; }
dossier=$1
shift
heure=$(date -u +%Y%m%d%H%M%S)

(cd "$dossier" && sha256sum --check --quiet SHA256SUMS)
for base in "$@"; do
  [ -f "$dossier/$base.dump" ] || { echo "Pas de sauvegarde de « $base » dans $dossier." >&2; exit 2; }
  ouvertes=$(psql --no-psqlrc --tuples-only --no-align --dbname=postgres \
    --command="SELECT count(*) FROM pg_stat_activity WHERE datname = '$base'")
  [ "$ouvertes" = 0 ] || { echo "« $base » est encore ouverte ($ouvertes connexions) : arrêtez d'abord les services." >&2; exit 1; }
done
for base in "$@"; do
  createdb "${base}_en_cours"
  pg_restore --exit-on-error --no-owner --dbname="${base}_en_cours" "$dossier/$base.dump"
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname=postgres <<SQL
ALTER DATABASE "$base" RENAME TO "${base}_avant_$heure";
ALTER DATABASE "${base}_en_cours" RENAME TO "$base";
SQL
  echo "« $base » restaurée ; l'ancienne est « ${base}_avant_$heure »."
done
