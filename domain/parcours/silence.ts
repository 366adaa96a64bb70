import { decale, decalageOf } from '../pauses/pause';
import { addJoursOuvres, reporteAuJourOuvre } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import { addJours, plusTard, type CivilDate } from '../temps/jour';
import { avertissement, escalades } from './avertissements';
import { aujourdhui, type Contexte, type Regles } from './contexte';
import type { DemandeDe } from './demandes';
import { ditJour } from './dire';
import type { Echeance } from './echeance';
import { findEmploiEnCours } from './emploi';
import { etapeOf, type Parcours } from './parcours';
import type { Tache } from './tache';
import { accepte, refuse, type Verdict } from './verdict';

/** R38 — how the person was reached outside an appointment. */
export const moyensContact = {
  telephone: 'Téléphone',
  message: 'Courriel, message ou lettre auquel elle a répondu',
  visite: 'Visite à la structure ou à domicile',
  entreprise: 'Rencontre chez un employeur ou un partenaire',
} as const satisfies Record<string, string>;
export type MoyenContact = keyof typeof moyensContact;
export const codesMoyen = Object.keys(moyensContact) as [MoyenContact, ...MoyenContact[]];

/** R38 — the last day on which somebody had news of the person: an honoured appointment, a contact, the signature. */
export function findDernierContact(p: Parcours, r: Pick<Regles, 'zone'>): CivilDate | null {
  if (p.contrat === null) return null;
  const honores = p.rendezVous
    .filter((rdv) => rdv.issue?.statut === 'honore')
    .map((rdv) => jourAt(rdv.creneau.debut, r.zone));
  return [...honores, ...p.contacts.map(({ le }) => le)].reduce(plusTard, p.contrat.signeLe);
}

type Limite = { readonly contact: CivilDate; readonly decalage: string; readonly le: CivilDate };

/** R38 — the day on which the silence has lasted too long; null where no silence is watched, or not now. */
export function limiteSilence(p: Parcours, r: Regles): Limite | null {
  const { cadence } = r.dispositif;
  const contact = findDernierContact(p, r);
  if (cadence.genre !== 'silence' || contact === null) return null;
  if (p.plafondAtteintA !== null || findEmploiEnCours(p) !== null) return null;
  const brut = addJours(contact, cadence.jours);
  const le = decale(p.pauses, contact, brut);
  return { contact, decalage: decalageOf(brut, le), le: reporteAuJourOuvre(le, r.zone) };
}

/** R38 — the référent is asked, then the manager (R12), until somebody has news again. */
export function* echeancesSilence(p: Parcours, r: Regles): Iterable<Echeance> {
  const limite = limiteSilence(p, r);
  if (limite === null) return;
  const { contact, decalage, le } = limite;
  const cle = `silence:${contact}`;
  const base = { nature: 'silence', avis: 'silence_a_rompre' } as const;
  yield avertissement(p.id, r, {
    cle: `${cle}:demande${decalage}`,
    duLe: le,
    pour: ['referent'],
    serie: `${cle}:referent`,
    ...base,
  });
  yield* escalades(p.id, r, le, { cle, serie: `${cle}:responsable`, decalage, ...base });
}

/** R38 — to do from that day on, late from the first escalation on. */
export function* tachesSilence(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const limite = limiteSilence(p, r);
  if (limite === null || le < limite.le || etapeOf(p) === 'en_pause') return;
  const alerteLe = addJoursOuvres(limite.le, r.dispositif.escalade.tousLesJoursOuvres, r.zone);
  yield {
    code: 'silence_a_rompre',
    phrase: `Prendre des nouvelles de la personne : le dernier contact date du ${ditJour(limite.contact)}`,
    depuis: limite.le,
    avant: null,
    urgence: le >= alerteLe ? 'en_retard' : 'a_traiter',
    pour: ['referent'],
    geste: 'recordContact',
    sujet: null,
  };
}

/** R38, R40 — contacts are recorded where they are counted. */
export function estContactCompte({ dispositif }: Pick<Regles, 'dispositif'>): boolean {
  return dispositif.cadence.genre === 'silence' || dispositif.suiviEmploi !== null;
}

/** R38 — news of the person outside an appointment, dated from the signature on. */
export function recordContact(d: DemandeDe<'recordContact'>, p: Parcours, ctx: Contexte): Verdict {
  if (!estContactCompte(ctx)) return refuse({ code: 'hors_dispositif' });
  if (p.contrat === null) return refuse({ code: 'contrat_absent' });
  if (d.le > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.le });
  const minimum = p.contrat.signeLe;
  if (d.le < minimum) return refuse({ code: 'date_anterieure', minimum });
  return accepte({ type: 'contact_enregistre', le: d.le, moyen: d.moyen, texteId: d.texteId });
}
