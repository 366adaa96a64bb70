import type { RefDispositif } from '../../domain/dispositifs/en-vigueur';
import { faire2025 } from '../../domain/dispositifs/faire-2025';
import { decide, decideConstat } from '../../domain/parcours/decide';
import type { Conclusion } from '../../domain/parcours/conclusion';
import { contexteOf, type Contexte } from '../../domain/parcours/contexte';
import type { Demande } from '../../domain/parcours/demandes';
import { echeancier } from '../../domain/parcours/echeancier';
import type { FaitInscrit } from '../../domain/parcours/faits';
import { honourEcheance } from '../../domain/parcours/honour';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Refus } from '../../domain/refus';
import { estAnnule } from '../../domain/rendez-vous/rendez-vous';
import type { Agenda } from '../../domain/rendez-vous/agenda';
import type { Instant } from '../../domain/temps/instant';
import { jour, type CivilDate } from '../../domain/temps/jour';

/** One life played in memory by the pure core: the state, its journal, and where its clock stands. */
export type Vie = {
  readonly p: Parcours;
  readonly journal: readonly FaitInscrit[];
  readonly maintenant: Instant;
  readonly joignable: boolean;
};

export const regles = { dispositif: faire2025, zone: 'metropole' } as const;

/** Tuesday and Thursday mornings: enough slots for one life, on days that are easy to read. */
export const agenda: Agenda = {
  permanences: [
    { id: 'mardi', jourDeSemaine: 2, de: '09:00', a: '12:00', dureeMinutes: 45, dureeBilanMinutes: 60 },
    { id: 'jeudi', jourDeSemaine: 4, de: '14:00', a: '17:00', dureeMinutes: 45, dureeBilanMinutes: 60 },
  ],
  absences: [],
  fermetures: [],
  maximumParJour: 6,
  pris: [],
};

export function contexte({ p, maintenant, joignable }: Omit<Vie, 'journal'>, libre = agenda): Contexte {
  const pris = p.rendezVous.filter((rdv) => !rdv.apresCoup && !estAnnule(rdv)).map(({ creneau }) => creneau);
  return contexteOf({ ...regles, maintenant, joignable, agenda: { ...libre, pris } }, p);
}

export function ouvre(
  x: {
    readonly id?: string;
    readonly a?: string;
    readonly notifieeLe?: CivilDate;
    readonly joignable?: boolean;
    readonly referent?: boolean;
    readonly soumis?: boolean;
    readonly dispositif?: RefDispositif;
  } = {},
): Vie {
  const maintenant = (x.a ?? '2025-01-13T09:00:00.000Z') as Instant;
  const id = x.id ?? '6f1c9d3e-0000-4000-8000-000000000001';
  const joignable = x.joignable ?? true;
  const decision = decide(
    id,
    {
      type: 'openParcours',
      dispositif: x.dispositif ?? { code: 'faire', edition: '2025' },
      structureId: 'structure',
      zone: 'metropole',
      beneficiaireId: 'beneficiaire',
      referentId: x.referent === false ? null : 'referent',
      orientationNotifieeLe: x.notifieeLe ?? jour('2025-01-10'),
      soumisAuxObligations: x.soumis ?? true,
    },
    null,
    { ...regles, maintenant, joignable, agenda },
    'agent:essai',
  );
  if (!decision.accepte) throw new Error(decision.refus.code);
  const vide = { journal: [], maintenant, joignable };
  return jusquA(inscris({ ...vide, p: decision.conclusion.apres }, decision.conclusion), maintenant);
}

/** Honours everything that falls due until then, each at its own instant, as the engine does. */
export function jusquA(vie: Vie, fin: string, libre = agenda): Vie {
  let v = vie;
  for (;;) {
    const [due] = echeancier(v.p, contexteOf(regles, v.p));
    if (due === undefined || due.a > fin) return { ...v, maintenant: fin as Instant };
    v = { ...v, maintenant: due.a > v.maintenant ? due.a : v.maintenant };
    v = inscris(v, honourEcheance(due, v.p, contexte(v, libre)));
  }
}

/** The refus of a demande, or the life after it. */
export function demande(vie: Vie, d: Demande): Vie | Refus {
  const decision = decide(vie.p.id, d, vie.p, contexte(vie), 'agent:essai');
  return decision.accepte ? jusquA(inscris(vie, decision.conclusion), vie.maintenant) : decision.refus;
}

/** A demande that this life is written to have accepted. */
export function fais(vie: Vie, a: string, d: Demande): Vie {
  const apres = demande(jusquA(vie, a), d);
  if ('code' in apres) throw new Error(`${d.type} le ${a} : ${apres.code}`);
  return apres;
}

/** The relay accepts every mail at once. */
function inscris(vie: Vie, { faits, courriels, apres }: Conclusion): Vie {
  let v: Vie = { ...vie, p: apres, journal: [...vie.journal, ...faits] };
  for (const { cle, destinataire } of courriels) {
    if (destinataire !== 'personne' || !v.joignable) continue;
    const constat = decideConstat({ type: 'courriel_accepte', courrielCle: cle }, v.p, contexte(v));
    v = { ...v, p: constat.apres, journal: [...v.journal, ...constat.faits] };
  }
  return v;
}
