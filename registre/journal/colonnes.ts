import type { Ligne } from '../../domain/courriels/lignes';
import type { CourrielVoulu } from '../../domain/courriels/courriel';
import type { Contexte } from '../../domain/parcours/contexte';
import { prochaineEcheance } from '../../domain/parcours/echeancier';
import type { FaitInscrit } from '../../domain/parcours/faits';
import { etapeOf, type Parcours } from '../../domain/parcours/parcours';
import { estAnnule } from '../../domain/rendez-vous/rendez-vous';
import type { Instant } from '../../domain/temps/instant';
import type { CivilDate } from '../../domain/temps/jour';
import type { Prisma } from '../../prisma/client/client';
import { idOfCourriel } from '../courriels/identifiant';
import { colonneOfInstant, colonneOfJour } from '../dates';

/** The derived row of a parcours: its state, and the columns that lists and reconciliation read. */
export function colonnesOfParcours(p: Parcours, ctx: Pick<Contexte, 'dispositif' | 'zone'>) {
  const prochaine = prochaineEcheance(p, ctx);
  return {
    structureId: p.structureId,
    beneficiaireId: p.beneficiaireId,
    referentId: p.referent?.id ?? null,
    dispositif: p.dispositif.code,
    edition: p.dispositif.edition,
    etape: etapeOf(p),
    etat: p as unknown as Prisma.InputJsonValue,
    rang: p.rang,
    prochaineA: prochaine === null ? null : colonneOfInstant(prochaine.a),
    prochaineCle: prochaine?.cle ?? null,
    prochaineNature: prochaine?.nature ?? null,
    clos: p.sortie !== null,
  };
}

export function colonnesOfFait(parcoursId: string, { rang, a, par, echeance, fait }: FaitInscrit) {
  const { type, ...donnees } = fait;
  return {
    parcoursId,
    rang,
    type,
    donnees: donnees as unknown as Prisma.InputJsonValue,
    a: colonneOfInstant(a),
    par,
    cle: echeance?.cle ?? null,
    duLe: echeance === null ? null : colonneOfJour(echeance.duLe),
  };
}

function agendaOf(rdv: Parcours['rendezVous'][number]) {
  return {
    referentId: rdv.referentId,
    debut: colonneOfInstant(rdv.creneau.debut),
    fin: colonneOfInstant(rdv.creneau.fin),
    permanenceId: rdv.creneau.permanenceId,
    occupe: !estAnnule(rdv) && !rdv.apresCoup,
  };
}

export const ligneOfAgenda = (p: Parcours, rdv: Parcours['rendezVous'][number]) => ({
  parcoursId: p.id,
  numero: rdv.id,
  ...agendaOf(rdv),
});

export function colonnesOfCourriel(p: Parcours, voulu: CourrielVoulu, maintenant: Instant) {
  return {
    id: idOfCourriel(p.id, voulu.cle),
    parcoursId: p.id,
    structureId: p.structureId,
    referentId: p.referent?.id ?? null,
    cle: voulu.cle,
    modele: voulu.modele,
    destinataire: voulu.destinataire,
    voulu: voulu as unknown as Prisma.InputJsonValue,
    creeA: colonneOfInstant(maintenant),
    essaiApres: colonneOfInstant(maintenant),
  };
}

export function colonnesOfLigne(
  p: Parcours,
  { cle, avis, pour, rendezVousId, lecteurId }: Ligne,
  le: CivilDate,
) {
  return {
    parcoursId: p.id,
    cle,
    structureId: p.structureId,
    referentId: p.referent?.id ?? null,
    pour,
    avis,
    rendezVousId,
    lecteurId: lecteurId ?? null,
    le,
  };
}
