import { decide } from '../domain/parcours/decide';
import type { DemandeDe } from '../domain/parcours/demandes';
import { findDispositif } from '../domain/dispositifs/en-vigueur';
import { explainRefus } from '../domain/refus';
import type { Instant } from '../domain/temps/instant';
import type { Connu } from '../registre/imports/apercu.prisma';
import type { LigneALire, Raison, Saisie, Verdict } from '../registre/imports/imports';
import { demandesOf } from '../registre/imports/demandes';
import { enteteOf, type Champ, type Colonnes } from './colonnes';

export type Jugee =
  | { readonly verdict: Exclude<Verdict, 'rejete'>; readonly saisie: Saisie; readonly ouvre: boolean }
  | { readonly verdict: 'rejete'; readonly raisons: readonly Raison[] };

/** What would become of a row today: what it names exists, she comes once in the file, and the law would open her parcours. */
export function judge(lue: LigneALire, connu: Connu, colonnes: Colonnes, maintenant: Instant): Jugee {
  const reject = (champ: Champ | null, raison: string): Jugee => ({
    verdict: 'rejete',
    raisons: [{ colonne: champ === null ? '' : enteteOf(colonnes, champ), raison }],
  });
  if (connu.dejaLigne !== null)
    return reject(
      'idExterne',
      `cette personne est déjà à la ligne ${connu.dejaLigne} : gardez-en une seule.`,
    );
  const { structureId, zone, referentId } = connu;
  if (structureId === null || zone === null) return reject('structure', 'aucune structure ne porte ce code.');
  if (lue.referent !== null && referentId === null)
    return reject('referent', 'aucun référent de cette structure n’a cette adresse : inscrivez-le d’abord.');
  const { idExterne, prenom, nom, courriel, telephone, adresse } = lue;
  const { dispositif, orientationNotifieeLe, soumisAuxObligations, contratSigneLe } = lue;
  const saisie: Saisie = {
    ...{ idExterne, prenom, nom, courriel, telephone, adresse, structureId, zone, referentId },
    ...{ dispositif, orientationNotifieeLe, soumisAuxObligations, contratSigneLe },
  };
  const refus = connu.suivie ? null : findRefus(saisie, maintenant);
  if (refus !== null) return reject(null, refus);
  return { verdict: verdictOf(lue, connu), saisie, ouvre: !connu.suivie };
}

const COORDONNEES = ['prenom', 'nom', 'courriel', 'telephone', 'adresse'] as const;

/** An empty cell keeps what is known. */
function verdictOf(lue: LigneALire, { personne, suivie }: Connu): Exclude<Verdict, 'rejete'> {
  if (personne === null || !suivie) return 'cree';
  return COORDONNEES.some((c) => lue[c] !== null && lue[c] !== personne[c]) ? 'corrige' : 'inchange';
}

/** The law itself, on values: what it says of the opening, then of the contract. */
function findRefus(saisie: Saisie, maintenant: Instant): string | null {
  const dispositif = findDispositif(saisie.dispositif);
  if (dispositif === null) return 'cette édition n’est plus en vigueur.';
  const ctx = { maintenant, dispositif, zone: saisie.zone, agenda: null, joignable: true };
  const { ouverture, contrat } = demandesOf(saisie, PERSONNE, false);
  const ouvert = decide(PERSONNE, ouverture, null, ctx, 'jalons');
  if (!ouvert.accepte) return explainRefus(ouvert.refus);
  const signe = contrat === null ? null : decide(PERSONNE, contrat, ouvert.conclusion.apres, ctx, 'jalons');
  return signe?.accepte === false ? explainRefus(signe.refus) : null;
}

/** An id that nobody has: nothing of this decision is kept. */
const PERSONNE: DemandeDe<'openParcours'>['beneficiaireId'] = '00000000-0000-0000-0000-000000000000';
