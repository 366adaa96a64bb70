import { courrielsOf } from '../courriels/annonces';
import type { CourrielVoulu } from '../courriels/courriel';
import { lignesOf, type Ligne } from '../courriels/lignes';
import { isConvoqueEnSilence } from '../rendez-vous/silence-ouverture';
import type { Instant } from '../temps/instant';
import type { Contexte } from './contexte';
import { evolve } from './evolve';
import type { Acteur, Fait, FaitInscrit } from './faits';
import type { Parcours, RaisonLettre } from './parcours';

/** What one transaction writes: faits, the mails and digest lines that they call for, and the state after them. */
export type Conclusion = {
  readonly faits: readonly FaitInscrit[];
  readonly courriels: readonly CourrielVoulu[];
  readonly lignes: readonly Ligne[];
  readonly apres: Parcours;
};

export type Auteur = {
  readonly par: Acteur;
  readonly a: Instant;
  readonly echeance: FaitInscrit['echeance'];
};

/** Ranks the faits, folds them, and finds what leaves. The first fait carries the échéance that is honoured. */
export function conclude(
  id: string,
  avant: Parcours | null,
  faits: readonly Fait[],
  auteur: Auteur,
  ctx: Pick<Contexte, 'joignable'>,
): Conclusion {
  const conclusion: Brouillon = { faits: [], courriels: [], lignes: [], apres: avant };
  faits.forEach((fait, i) =>
    append(conclusion, id, fait, i === 0 ? auteur : { ...auteur, echeance: null }, ctx),
  );
  const ouvert = avant === null ? conclusion.apres : null;
  // R48 — opened in silence, the page alone says it.
  if (ouvert?.referent === null && ouvert.ouvertureSilencieuse !== true)
    conclusion.lignes.push(SANS_REFERENT);
  return conclusion as Conclusion;
}

/** R17 — opened without a référent: the manager reads it in the next digest, and it stays open until one is assigned. */
const SANS_REFERENT: Ligne = {
  cle: 'referent:designation:responsable',
  avis: 'referent_a_designer',
  pour: 'responsable',
  rendezVousId: null,
};

type Brouillon = {
  faits: FaitInscrit[];
  courriels: CourrielVoulu[];
  lignes: Ligne[];
  apres: Parcours | null;
};

function append(
  c: Brouillon,
  id: string,
  fait: Fait,
  { par, a, echeance }: Auteur,
  ctx: Pick<Contexte, 'joignable'>,
): void {
  const inscrit: FaitInscrit = { rang: (c.apres?.rang ?? 0) + 1, a, par, echeance, fait };
  const apres = evolve(c.apres, inscrit, id);
  c.faits.push(inscrit);
  c.apres = apres;
  c.lignes.push(...lignesOf(inscrit, apres));
  for (const courriel of courrielsOf(inscrit, apres)) {
    const raison =
      courriel.destinataire === 'personne' ? raisonDeLettre(courriel, inscrit, apres, ctx) : null;
    if (raison === null) c.courriels.push(courriel);
    else append(c, id, lettreAFaire(courriel, raison), { par: 'jalons', a, echeance: null }, ctx);
  }
}

/** R18, R48 — why the person is told on paper instead; null: the mail leaves. */
function raisonDeLettre(
  { rendezVousId }: CourrielVoulu,
  { fait }: FaitInscrit,
  apres: Parcours,
  ctx: Pick<Contexte, 'joignable'>,
): RaisonLettre | null {
  const tu =
    fait.type === 'rendez_vous_planifie' && rendezVousId !== null && isConvoqueEnSilence(apres, rendezVousId);
  if (tu) return 'ouverture_silencieuse';
  return ctx.joignable ? null : 'sans_adresse';
}

/** R18 — a person without an address: each mail becomes a printable letter and a task. */
function lettreAFaire(courriel: CourrielVoulu, raison: RaisonLettre): Fait {
  return {
    type: 'lettre_a_faire',
    courrielCle: courriel.cle,
    modele: courriel.modele,
    raison,
    rendezVousId: courriel.rendezVousId,
  };
}

export function appendConclusion(x: Conclusion, y: Conclusion): Conclusion {
  return {
    faits: [...x.faits, ...y.faits],
    courriels: [...x.courriels, ...y.courriels],
    lignes: [...x.lignes, ...y.lignes],
    apres: y.apres,
  };
}
