import { courrielsOf } from '../courriels/annonces';
import type { CourrielVoulu } from '../courriels/courriel';
import { isRappelRefuse, type Joignabilite } from '../courriels/preference';
import { lignesOf, type Ligne } from '../courriels/lignes';
import { isConvoqueEnSilence } from '../rendez-vous/silence-ouverture';
import type { Instant } from '../temps/instant';
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
  ctx: Joignabilite,
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

function append(c: Brouillon, id: string, fait: Fait, { par, a, echeance }: Auteur, ctx: Joignabilite): void {
  const inscrit: FaitInscrit = { rang: (c.apres?.rang ?? 0) + 1, a, par, echeance, fait };
  const apres = evolve(c.apres, inscrit, id);
  c.faits.push(inscrit);
  c.apres = apres;
  c.lignes.push(...lignesOf(inscrit, apres));
  for (const courriel of courrielsOf(inscrit, apres)) {
    const autrement =
      courriel.destinataire === 'personne' ? findAutrement(courriel, inscrit, apres, ctx) : null;
    if (autrement === null) c.courriels.push(courriel);
    else append(c, id, autrement, { par: 'jalons', a, echeance: null }, ctx);
  }
}

/** R18, R43, R48 — what is written instead of the mail; null: it leaves. */
function findAutrement(
  courriel: CourrielVoulu,
  { fait }: FaitInscrit,
  apres: Parcours,
  x: Joignabilite,
): Fait | null {
  const { rendezVousId } = courriel;
  const tu =
    fait.type === 'rendez_vous_planifie' && rendezVousId !== null && isConvoqueEnSilence(apres, rendezVousId);
  if (tu) return lettreAFaire(courriel, 'ouverture_silencieuse');
  return findSelonPreference(courriel, x) ?? (x.joignable ? null : lettreAFaire(courriel, 'sans_adresse'));
}

/** R43 — a reminder that is not wanted is dropped; on paper only, the rest is a letter. Null: by mail. */
export function findSelonPreference(courriel: CourrielVoulu, x: Joignabilite): Fait | null {
  if (isRappelRefuse(courriel, x))
    return { type: 'courriel_abandonne', courrielCle: courriel.cle, raison: 'preference' };
  return x.preference === 'papier' ? lettreAFaire(courriel, 'papier') : null;
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
