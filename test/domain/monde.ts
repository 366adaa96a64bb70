import type { CourrielVoulu } from '../../domain/courriels/courriel';
import type { Ligne } from '../../domain/courriels/lignes';
import { dropSiPerime } from '../../domain/courriels/abandon';
import type { Preference } from '../../domain/courriels/preference';
import type { Dispositif } from '../../domain/dispositifs/definir-dispositif';
import { faire2025 } from '../../domain/dispositifs/faire-2025';
import type { Conclusion } from '../../domain/parcours/conclusion';
import { contexteOf, type Contexte } from '../../domain/parcours/contexte';
import { agendaVouluOf, decide, decideConstat } from '../../domain/parcours/decide';
import type { Demande } from '../../domain/parcours/demandes';
import { prochaineEcheance } from '../../domain/parcours/echeancier';
import type { FaitInscrit } from '../../domain/parcours/faits';
import { honourDues, honourEcheance } from '../../domain/parcours/honour';
import type { Remplacement } from '../../domain/parcours/lecteur';
import type { Parcours } from '../../domain/parcours/parcours';
import { openingOf } from '../../domain/parcours/reorientation';
import type { Refus } from '../../domain/refus';
import type { Agenda } from '../../domain/rendez-vous/agenda';
import type { Instant } from '../../domain/temps/instant';
import type { CodeZone } from '../../domain/temps/zones';

/** A mail as its row would stand: what was wanted, when, and what became of it. */
export type CourrielDuMonde = CourrielVoulu & {
  readonly vouluA: Instant;
  readonly etat: 'parti' | 'perime' | 'refuse' | 'en_attente';
};

export type Dossier = {
  p: Parcours;
  readonly journal: FaitInscrit[];
  readonly courriels: CourrielDuMonde[];
  readonly lignes: (Ligne & { readonly a: Instant })[];
  readonly joignable: boolean;
};

/** What the relay answers to a mail for the person. */
export type Relais = 'accepte' | 'refuse' | 'muet';

/**
 * The record, the agenda and the relay in memory, around the pure core: the same order as in production (honour
 * what is due, decide, append, deliver), without PostgreSQL nor Temporal. Holds several parcours of one agenda.
 */
export type Monde = {
  maintenant: Instant;
  relais: (c: CourrielVoulu) => Relais;
  /** R43 — what every person of this world said of how she wants to be written to. */
  preference: Preference;
  readonly dispositif: Dispositif;
  readonly zone: CodeZone;
  readonly dossiers: Map<string, Dossier>;
  /** Of every référent who has none of his own below. */
  agenda: Omit<Agenda, 'pris'>;
  readonly agendas: Map<string, Omit<Agenda, 'pris'>>;
  /** R24 — who stands in for each référent, as confirmed. */
  readonly absents: Map<string, readonly Remplacement[]>;
};

export function createMonde(
  x: Pick<Monde, 'maintenant' | 'agenda'> & { readonly relais?: Relais; readonly zone?: CodeZone },
): Monde {
  const { maintenant, agenda, relais = 'accepte', zone = 'metropole' } = x;
  return {
    maintenant,
    agenda,
    relais: () => relais,
    preference: 'courriel',
    dispositif: faire2025,
    zone,
    dossiers: new Map(),
    agendas: new Map(),
    absents: new Map(),
  };
}

const LIBERE = new Set(['annule_service', 'annule_personne', 'retire']);

/** What is taken in the agenda of one référent, by all the parcours of this world. */
export function prisDans(m: Monde, referentId: string): Agenda['pris'] {
  return [...m.dossiers.values()].flatMap(({ p }) =>
    p.rendezVous
      .filter((r) => r.referentId === referentId && !r.apresCoup && !LIBERE.has(r.issue?.statut ?? ''))
      .map((r) => r.creneau),
  );
}

/** Under the edition of the parcours: a human may have moved it (R36). */
function contexteDe(
  m: Monde,
  joignable: boolean,
  referentId: string | null,
  p: Pick<Parcours, 'dispositif'> & Partial<Pick<Parcours, 'referent' | 'remplacements'>>,
): Contexte {
  const { maintenant, dispositif, zone, preference } = m;
  const agendaDe = (id: string) => ({ ...(m.agendas.get(id) ?? m.agenda), pris: prisDans(m, id) });
  const remplacants = (p.remplacements ?? []).map(({ du, au, referentId: id }) => ({
    du,
    au,
    agenda: agendaDe(id),
  }));
  const agenda =
    referentId === null
      ? null
      : { ...agendaDe(referentId), ...(referentId === p.referent?.id && { remplacants }) };
  return contexteOf({ maintenant, dispositif, zone, joignable, preference, agenda }, p);
}

export function dossierDe(m: Monde, id: string): Dossier {
  const dossier = m.dossiers.get(id);
  if (dossier === undefined) throw new Error(`Parcours inconnu : ${id}`);
  return dossier;
}

function suiviPar({ p }: Dossier): string | null {
  return p.referent?.id ?? null;
}

export function openIn(
  m: Monde,
  id: string,
  d: Extract<Demande, { type: 'openParcours' }>,
  joignable = true,
): Refus | null {
  const remplacements = m.absents.get(d.referentId ?? '') ?? [];
  const ctx = { ...contexteDe(m, joignable, null, d), remplacements };
  const decision = decide(id, d, null, ctx, 'agent:essai');
  if (!decision.accepte) return decision.refus;
  const { apres } = decision.conclusion;
  const dossier: Dossier = { p: apres, journal: [], courriels: [], lignes: [], joignable };
  m.dossiers.set(id, dossier);
  append(m, dossier, decision.conclusion);
  wake(m, id);
  return null;
}

/** The door of every demande: what is due is honoured first, and the engine is woken after. */
export function ask(m: Monde, id: string, d: Demande): Refus | null {
  const dossier = dossierDe(m, id);
  const { joignable } = dossier;
  append(m, dossier, honourDues(dossier.p, contexteDe(m, joignable, suiviPar(dossier), dossier.p)));
  const voulu = agendaVouluOf(d, dossier.p);
  const designe = d.type === 'assignReferent' || d.type === 'changeReferent' ? d.referentId : '';
  const remplacements = m.absents.get(designe) ?? [];
  const ctx = { ...contexteDe(m, joignable, voulu, dossier.p), remplacements };
  const decision = decide(id, d, dossier.p, ctx, 'agent:essai');
  if (!decision.accepte) return decision.refus;
  append(m, dossier, decision.conclusion);
  // R35 — the next parcours opens in the same act.
  if (d.type === 'reorientParcours') {
    const refus = openIn(m, d.suivantId, openingOf(d, dossier.p), dossier.joignable);
    if (refus !== null) throw new Error(`le suivant est refusé : ${refus.code}`);
  }
  wake(m, id);
  return null;
}

/** The engine: honours one échéance at a time until nothing is due, then delivers what is waiting. */
export function wake(m: Monde, id: string): void {
  const dossier = dossierDe(m, id);
  for (;;) {
    deliver(m, dossier);
    const ctx = contexteDe(m, dossier.joignable, suiviPar(dossier), dossier.p);
    const due = prochaineEcheance(dossier.p, ctx);
    if (due === null || due.a > m.maintenant) return;
    append(m, dossier, honourEcheance(due, dossier.p, ctx));
  }
}

/** Each mail is checked again before it leaves (R09); the relay answers at once. */
export function deliver(m: Monde, dossier: Dossier): void {
  for (let i = 0; i < dossier.courriels.length; i += 1) {
    const c = dossier.courriels[i];
    if (c?.etat !== 'en_attente') continue;
    const ctx = contexteDe(m, dossier.joignable, null, dossier.p);
    const abandon = dropSiPerime(c, dossier.p, ctx);
    const reponse = c.destinataire === 'personne' ? m.relais(c) : 'accepte';
    if (abandon !== null) {
      dossier.courriels[i] = { ...c, etat: 'perime' };
      append(m, dossier, abandon);
    } else if (reponse !== 'muet') {
      dossier.courriels[i] = { ...c, etat: reponse === 'accepte' ? 'parti' : 'refuse' };
      if (c.destinataire === 'personne') append(m, dossier, constatOf(dossier, c, reponse, ctx));
    }
  }
}

function constatOf(
  { p }: Dossier,
  { cle, modele, rendezVousId, lettre }: CourrielVoulu,
  reponse: 'accepte' | 'refuse',
  ctx: Contexte,
): Conclusion {
  if (reponse === 'refuse')
    return decideConstat(
      { type: 'courriel_refuse', raison: 'adresse_refusee', courrielCle: cle, modele, rendezVousId },
      p,
      ctx,
    );
  return lettre === null && modele !== 'rappel'
    ? { faits: [], courriels: [], lignes: [], apres: p }
    : decideConstat({ type: 'courriel_accepte', courrielCle: cle }, p, ctx);
}

/** R47 — a mail that had left comes back, whatever it was. */
export function comeBack(m: Monde, dossier: Dossier, cle: string): void {
  const c = dossier.courriels.find((x) => x.cle === cle && x.etat === 'parti');
  if (c === undefined) throw new Error(`${cle} n’est pas parti.`);
  const { modele, rendezVousId } = c;
  const ctx = contexteDe(m, dossier.joignable, null, dossier.p);
  const constat = { type: 'courriel_refuse', raison: 'adresse_refusee', courrielCle: cle } as const;
  append(m, dossier, decideConstat({ ...constat, modele, rendezVousId, accepteA: c.vouluA }, dossier.p, ctx));
  deliver(m, dossier);
}

function append(m: Monde, dossier: Dossier, { faits, courriels, lignes, apres }: Conclusion): void {
  dossier.p = apres;
  dossier.journal.push(...faits);
  const connus = new Set(dossier.courriels.map((c) => c.cle));
  for (const c of courriels)
    if (!connus.has(c.cle)) dossier.courriels.push({ ...c, vouluA: m.maintenant, etat: 'en_attente' });
  dossier.lignes.push(...lignes.map((l) => ({ ...l, a: m.maintenant })));
}

/** Time passes until `fin`, the engine on time: each échéance at its instant, in the order (instant, parcours). */
export function walk(m: Monde, fin: Instant): void {
  for (;;) {
    let premier: { id: string; a: Instant } | null = null;
    for (const [id, { p }] of m.dossiers) {
      const due = prochaineEcheance(p, contexteOf(m, p));
      if (due === null || due.a > fin) continue;
      if (premier === null || due.a < premier.a || (due.a === premier.a && id < premier.id))
        premier = { id, a: due.a };
    }
    if (premier === null) break;
    if (premier.a > m.maintenant) m.maintenant = premier.a;
    wake(m, premier.id);
  }
  m.maintenant = fin;
}
