#!/bin/sh
# Sauvegarde, base par base, ce qu'une restauration demande. La base de Jalons fait foi ; celles de Temporal évitent
# d'attendre la réconciliation. Les secrets (/etc/jalons) n'y sont pas : ils se gardent ailleurs.
#   BASES       bases à sauvegarder
#   DESTINATION dossier des sauvegardes
#   JOURS       jours pendant lesquels elles sont gardées
set -eu
: "${BASES:=jalons temporal temporal_visibility}" "${DESTINATION:=/var/backups/jalons}" "${JOURS:=14}"

heure=$(date -u +%Y-%m-%dT%H%M%SZ)
en_cours="$DESTINATION/.$heure"
mkdir -p "$en_cours"
trap 'rm -rf "$en_cours"' EXIT
for base in $BASES; do
  pg_dump --format=custom --no-owner --file="$en_cours/$base.dump" "$base"
  # Une sauvegarde qui ne se lit pas n'en est pas une.
  pg_restore --list "$en_cours/$base.dump" > /dev/null
done
(cd "$en_cours" && sha256sum ./*.dump > SHA256SUMS)
mv "$en_cours" "$DESTINATION/$heure"
find "$DESTINATION" -mindepth 1 -maxdepth 1 -type d -name '????-??-??T*' -mtime "+$JOURS" -exec rm -rf {} +
echo "Sauvegarde : $DESTINATION/$heure"
