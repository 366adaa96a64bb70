import type { Contexte } from '../../parcours/contexte';
import { remplacementOf } from '../../parcours/lecteur';
import type { Parcours } from '../../parcours/parcours';
import type { Instant } from '../../temps/instant';
import { jourAt } from '../../temps/heure-locale';
import type { Canal } from '../contenu';
import type { CourrielVoulu } from '../courriel';
import type { Information, PersonneDite, ReferentDit, RendezVousDit, StructureDite } from '../dits';
import type { DonneesDe } from '../donnees';
import type { Acheminement, Dossier } from '../dossier';
import { nomComplet } from '../passages';

/** What every modèle names. */
type Commun = {
  readonly parcoursId: string;
  readonly ecritA: Instant;
  readonly structure: StructureDite;
  readonly personne: PersonneDite;
  readonly information: Information;
  readonly referent: ReferentDit;
  readonly lien: string;
};

/** What a modèle is written from: the parcours, and how its people and places are named. */
export type Matiere = {
  readonly p: Parcours;
  readonly ctx: Contexte;
  readonly canal: Canal;
  readonly commun: Commun;
  readonly rdv: (id: number | null) => RendezVousDit | null;
  readonly ancien: DonneesDe<'changement_referent'>['ancien'];
  readonly responsable: string;
  readonly suivant: StructureDite | null;
};

/** Writes what one modèle needs; null when its parcours does not know what it speaks of. */
export type Redaction<M extends CourrielVoulu['modele']> = (
  voulu: CourrielVoulu,
  matiere: Matiere,
) => DonneesDe<M> | null;

export function matiereOf(dossier: Dossier, { apiUrl, information, canal }: Acheminement): Matiere {
  const { parcoursId, p, ctx, structure, personne, equipe, interlocuteur, suivant } = dossier;
  const lieux = new Map(equipe.flatMap((r) => r.permanences.map((x) => [x.id, x.lieu])));
  const noms = new Map(equipe.map((r) => [r.id, nomComplet(r)]));
  const commun = {
    ...{ parcoursId, ecritA: ctx.maintenant, structure, personne, information },
    // A parcours without a référent writes in the name of its manager.
    referent: interlocuteur ?? {
      prenom: '',
      nom: structure.responsableNom,
      telephone: structure.telephone,
      courriel: structure.responsableCourriel,
    },
    lien: `${apiUrl}/parcours/${parcoursId}`,
  };
  return {
    ...{ p, ctx, canal, commun, suivant },
    rdv: (id) => findRendezVousDit(p, id, lieux, noms),
    ancien: equipe.find((r) => r.id === p.referent?.avant) ?? null,
    responsable: structure.responsableNom,
  };
}

function findRendezVousDit(
  p: Parcours,
  id: number | null,
  lieux: ReadonlyMap<string, string | null>,
  noms: ReadonlyMap<string, string>,
): RendezVousDit | null {
  const rdv = p.rendezVous.find((r) => r.id === id);
  if (rdv === undefined) return null;
  const { debut, fin, permanenceId } = rdv.creneau;
  const remplace = remplacementOf(p, jourAt(debut, p.zone))?.referentId === rdv.referentId;
  const absent = remplace ? noms.get(p.referent?.id ?? '') : undefined;
  return {
    id: rdv.id,
    revision: rdv.revision,
    debut,
    fin,
    lieu: permanenceId === null ? null : (lieux.get(permanenceId) ?? null),
    objet: p.contrat === null ? 'accueil' : 'suivi',
    bilan: rdv.bilan,
    ...(absent !== undefined && { remplace: absent }),
  };
}
