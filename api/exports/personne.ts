import type { Base } from '../../registre/base';
import { findBeneficiaire } from '../../registre/annuaire/beneficiaires.prisma';
import { readHorloge } from '../../registre/horloge/horloge';
import { listFaits } from '../../registre/journal/lecture.prisma';
import { listCourriels } from '../../registre/listes/courriels.prisma';
import { listDossiers, type Dossier } from '../../registre/listes/dossiers.prisma';
import { listTextes } from '../../registre/listes/textes.prisma';
import type { ExportPersonne } from '../contrat/exports';
import { faitOf, vueOf } from '../vues';

/** Everything that the base holds of one person; null when there is no such person. */
export async function readExport(base: Base, id: string): Promise<ExportPersonne | null> {
  const [personne, dossiers, { maintenant }] = await Promise.all([
    findBeneficiaire(base, id),
    listDossiers(base, { beneficiaireId: id }),
    readHorloge(base),
  ]);
  if (personne === null) return null;
  const parcours = await Promise.all(dossiers.map((d) => dossierOf(base, d)));
  const ouverts = (d: (typeof parcours)[number]) => d.suivi.ouvertLe;
  parcours.sort((x, y) => (ouverts(x) < ouverts(y) ? -1 : 1));
  return { editeA: maintenant, personne, parcours };
}

async function dossierOf(base: Base, dossier: Dossier) {
  const { id } = dossier.parcours;
  const [faits, textes, courriels] = await Promise.all([
    listFaits(base, id),
    listTextes(base, id),
    listCourriels(base, id),
  ]);
  const { referent } = dossier;
  return {
    structure: dossier.structure.nom,
    referent: referent === null ? null : { prenom: referent.prenom, nom: referent.nom },
    suivi: vueOf(dossier, faits),
    faits: faits.map((f) => faitOf(f, dossier.parcours)),
    textes,
    courriels,
  };
}
