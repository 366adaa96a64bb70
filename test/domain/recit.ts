import type { Preference } from '../../domain/courriels/preference';
import type { RefDispositif } from '../../domain/dispositifs/en-vigueur';
import type { Demande, DemandeDe } from '../../domain/parcours/demandes';
import { echeancier } from '../../domain/parcours/echeancier';
import type { Fait, FaitInscrit } from '../../domain/parcours/faits';
import type { Parcours } from '../../domain/parcours/parcours';
import type { CodeRefus, Refus } from '../../domain/refus';
import type { Agenda, Jours } from '../../domain/rendez-vous/agenda';
import type { StatutRendezVous } from '../../domain/rendez-vous/rendez-vous';
import { heureAt, instantAt, jourAt, type Heure } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { jour, type CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import { contexteOf } from '../../domain/parcours/contexte';
import {
  ask,
  comeBack,
  createMonde,
  dossierDe,
  openIn,
  walk,
  wake,
  type CourrielDuMonde,
  type Relais,
} from './monde';

/** Tuesday and Thursday mornings, in the zone of the tests: enough for one life, easy to read. */
export const PERMANENCES: Agenda['permanences'] = [
  { id: 'mardi', jourDeSemaine: 2, de: '09:00', a: '12:00', dureeMinutes: 45, dureeBilanMinutes: 60 },
  { id: 'jeudi', jourDeSemaine: 4, de: '09:00', a: '12:00', dureeMinutes: 45, dureeBilanMinutes: null },
];
const ID = '6f1c9d3e-0000-4000-8000-000000000001';
type Date10 = `${number}-${number}-${number}`;

export type Ouverture = {
  readonly le?: Date10;
  readonly dispositif?: RefDispositif;
  readonly orienteLe?: Date10;
  readonly volontaire?: boolean;
  readonly sansReferent?: boolean;
  readonly silencieuse?: boolean;
  readonly sansAdresse?: boolean;
  readonly relais?: Relais;
  readonly permanences?: Agenda['permanences'];
  readonly absences?: readonly Jours[];
  readonly fermetures?: readonly Jours[];
  readonly maximumParJour?: number;
  readonly zone?: CodeZone;
};

export function periode(du: Date10, au: Date10): Jours {
  return { du: jour(du), au: jour(au) };
}

/** Opens a parcours on that day at 10:00, and returns the story that follows. */
export function ouvre(x: Ouverture = {}): Recit {
  const recit = new Recit(x);
  const refus = recit.essaieOuvrir(x);
  if (refus !== null) throw new Error(refus.code);
  return recit;
}

/** A parcours opened and signed the same day at 10:00: month 1 begins the next day. */
export function signe(signeLe: Date10, x: Ouverture = {}): Recit {
  const recit = ouvre({ le: signeLe, orienteLe: signeLe, ...x });
  recit.fait({ type: 'signContrat', signeLe: jour(signeLe) });
  return recit;
}

/** One life told day after day. Each step moves the clock, or asks something of the law. */
export class Recit {
  readonly monde;
  readonly ouverture: DemandeDe<'openParcours'>;
  private marque = 0;

  constructor(x: Ouverture) {
    this.monde = createMonde({
      maintenant: instantAt(jour(x.le ?? '2026-01-12'), '10:00', x.zone ?? 'metropole'),
      zone: x.zone ?? 'metropole',
      relais: x.relais ?? 'accepte',
      agenda: {
        permanences: x.permanences ?? PERMANENCES,
        absences: x.absences ?? [],
        fermetures: x.fermetures ?? [],
        maximumParJour: x.maximumParJour ?? 6,
      },
    });
    this.ouverture = {
      type: 'openParcours',
      dispositif: x.dispositif ?? { code: 'faire', edition: '2025' },
      structureId: 'structure',
      zone: x.zone ?? 'metropole',
      beneficiaireId: 'beneficiaire',
      referentId: x.sansReferent === true ? null : 'referent',
      orientationNotifieeLe: jour(x.orienteLe ?? x.le ?? '2026-01-12'),
      soumisAuxObligations: x.volontaire !== true,
      ...(x.silencieuse === true && { silencieuse: true }),
    };
  }

  essaieOuvrir(x: Ouverture): Refus | null {
    return openIn(this.monde, ID, this.ouverture, x.sansAdresse !== true);
  }

  get dossier() {
    return dossierDe(this.monde, ID);
  }

  get p(): Parcours {
    return this.dossier.p;
  }

  /** The engine on time until that moment. What follows is read from here on. */
  le(le: Date10, heure: Heure = '10:00'): this {
    walk(this.monde, this.moment(le, heure));
    return this;
  }

  /** The engine stopped until that moment, then woken once. */
  panneJusquau(le: Date10, heure: Heure = '10:00'): this {
    this.monde.maintenant = this.moment(le, heure);
    this.retient();
    wake(this.monde, ID);
    return this;
  }

  /** Everything before is left aside: `faits` and `courriels` begin here. */
  retient(): this {
    this.marque = this.dossier.journal.length;
    return this;
  }

  relaisRepond(relais: Relais): this {
    this.monde.relais = () => relais;
    return this;
  }

  /** R47 — the mail of this clé comes back undelivered. */
  revient(cle: string): this {
    this.retient();
    comeBack(this.monde, this.dossier, cle);
    return this;
  }

  /** R43 — what she says of how she wants to be written to, from here on. */
  prefere(preference: Preference): this {
    this.monde.preference = preference;
    return this;
  }

  agendaDevient(x: Partial<Omit<Agenda, 'pris'>>): this {
    this.monde.agenda = { ...this.monde.agenda, ...x };
    return this;
  }

  /** Another référent, with hours of his own. */
  autreReferent(id: string, x: Partial<Omit<Agenda, 'pris'>>): this {
    this.monde.agendas.set(id, { ...this.monde.agenda, ...x });
    return this;
  }

  /** A demande that the law accepts; `faits` then begin with it. */
  fait(d: Demande): this {
    this.retient();
    const refus = ask(this.monde, ID, d);
    if (refus !== null) throw new Error(`${d.type} refusé : ${refus.code}`);
    return this;
  }

  /** A demande that the law refuses: nothing of it is written. */
  refus(d: Demande): Refus {
    const avant = JSON.stringify(this.p);
    const refus = ask(this.monde, ID, d);
    if (refus === null) throw new Error(`${d.type} accepté`);
    expect(JSON.stringify(this.p)).toBe(avant);
    return refus;
  }

  codeRefus(d: Demande): CodeRefus {
    return this.refus(d).code;
  }

  statut(rendezVousId: number, statut: StatutRendezVous): this {
    return this.fait({ type: 'recordStatut', rendezVousId, statut, texteId: null });
  }

  /** All that the journal gained since the last step that retains. */
  faits(): readonly FaitInscrit[] {
    return this.dossier.journal.slice(this.marque);
  }

  desFaits<T extends Fait['type']>(type: T): readonly Extract<Fait, { type: T }>[] {
    return this.faits().flatMap(({ fait }) =>
      fait.type === type ? [fait as Extract<Fait, { type: T }>] : [],
    );
  }

  types(): readonly Fait['type'][] {
    return this.faits().map(({ fait }) => fait.type);
  }

  /** `2026-03-24 09:00`, as read on the wall. */
  mur(a: Instant): string {
    return `${jourAt(a, this.monde.zone)} ${heureAt(a, this.monde.zone)}`;
  }

  /** The appointments as they stand: `1 2026-02-03 09:00 absent`. */
  rendezVous(): readonly string[] {
    return this.p.rendezVous.map(
      (r) => `${r.id} ${this.mur(r.creneau.debut)} ${r.issue?.statut ?? 'attendu'}`,
    );
  }

  /** Day on which something is to come, or null: `prevu('rdv:1.1:rappel:7')`. */
  prevu(cle: string): CivilDate | null {
    return echeancier(this.p, contexteOf(this.monde, this.p)).find((e) => e.cle === cle)?.duLe ?? null;
  }

  /** Clés of what is to come, with their days, for one subject: `aVenir('contrat')`. */
  aVenir(debut: string): Record<string, CivilDate> {
    const miennes = echeancier(this.p, contexteOf(this.monde, this.p)).filter((e) => e.cle.startsWith(debut));
    return Object.fromEntries(miennes.map((e) => [e.cle, e.duLe]));
  }

  /** Days on which échéances were honoured, by clé, in the whole journal. */
  honoreeLe(cle: string): CivilDate | null {
    const trouve = this.dossier.journal.find((f) => f.echeance?.cle === cle);
    return trouve === undefined ? null : jourAt(trouve.a, this.monde.zone);
  }

  /** Mails to the person that have left, or to whom it may concern: `demande_motif 2026-03-10`. */
  courriels(pour: CourrielDuMonde['destinataire'] = 'personne'): readonly string[] {
    return this.dossier.courriels
      .filter((c) => c.destinataire === pour && c.etat === 'parti')
      .map((c) => `${c.modele} ${jourAt(c.vouluA, this.monde.zone)}`);
  }

  private moment(le: Date10, heure: Heure): Instant {
    return instantAt(jour(le), heure, this.monde.zone);
  }
}
