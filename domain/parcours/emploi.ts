import { addJoursOuvres, reporteAuJourOuvre } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import { addDuree, type CivilDate } from '../temps/jour';
import { avertissement, escalades } from './avertissements';
import { aujourdhui, type Contexte, type Regles } from './contexte';
import type { DemandeDe } from './demandes';
import { ditJour } from './dire';
import type { Echeance } from './echeance';
import { etapeOf, type Emploi, type Parcours } from './parcours';
import type { Tache } from './tache';
import { accepte, refuse, type Verdict } from './verdict';

/** R40 — the kinds of job that are followed; its end, when it has one, is asked apart. */
export const genresEmploi = {
  cdi: 'CDI',
  cdd: 'CDD',
  interim: 'Mission d’intérim',
  contrat_aide: 'Contrat aidé ou insertion par l’activité économique',
  alternance: 'Apprentissage ou professionnalisation',
  independant: 'Activité à son compte',
} as const satisfies Record<string, string>;
export type GenreEmploi = keyof typeof genresEmploi;
export const codesGenreEmploi = Object.keys(genresEmploi) as [GenreEmploi, ...GenreEmploi[]];

export function findEmploiEnCours(p: Pick<Parcours, 'emplois'>): Emploi | null {
  const dernier = p.emplois.at(-1);
  return dernier?.finLe === null ? dernier : null;
}

/** R40 — so many months after its first day, moved by R04: the job itself runs whatever the accompaniment does. */
function jourDuPoint({ debutLe }: Emploi, mois: number, r: Regles): CivilDate {
  return reporteAuJourOuvre(addDuree(debutLe, { mois }), r.zone);
}

/** R40 — its own échéances, outside the cap: news at each point, then the decision once the job has held, then R12. */
export function* echeancesEmploi(p: Parcours, r: Regles): Iterable<Echeance> {
  const emploi = findEmploiEnCours(p);
  const { suiviEmploi } = r.dispositif;
  if (emploi === null || suiviEmploi === null) return;
  const cle = `emploi:${emploi.rang}`;
  for (const n of suiviEmploi.points) {
    yield avertissement(p.id, r, {
      nature: 'emploi',
      cle: `${cle}:point:${n}`,
      duLe: jourDuPoint(emploi, n, r),
      avis: 'emploi_a_suivre',
      pour: ['referent'],
      serie: `${cle}:point`,
    });
  }
  const duLe = jourDuPoint(emploi, suiviEmploi.mois, r);
  const aConclure = { nature: 'emploi', avis: 'emploi_a_conclure' } as const;
  yield avertissement(p.id, r, {
    cle: `${cle}:consolidation`,
    duLe,
    pour: ['referent'],
    serie: `${cle}:referent`,
    ...aConclure,
  });
  yield* escalades(p.id, r, duLe, { cle, serie: `${cle}:responsable`, ...aConclure });
}

/** R40 — the last point that has come and since which nobody had news. */
export function findPointDu(p: Parcours, r: Regles, le: CivilDate): CivilDate | null {
  const emploi = findEmploiEnCours(p);
  const { suiviEmploi } = r.dispositif;
  if (emploi === null || suiviEmploi === null) return null;
  const point = suiviEmploi.points
    .map((n) => jourDuPoint(emploi, n, r))
    .filter((j) => j <= le)
    .at(-1);
  return point === undefined || aDesNouvellesDepuis(p, r, point) ? null : point;
}

function aDesNouvellesDepuis(p: Parcours, r: Regles, depuis: CivilDate): boolean {
  const honore = p.rendezVous.some(
    (rdv) => rdv.issue?.statut === 'honore' && jourAt(rdv.creneau.debut, r.zone) >= depuis,
  );
  return honore || p.contacts.some(({ le }) => le >= depuis);
}

/** R40 — the day on which the job has held long enough; null where none is followed. */
export function jourConsolidation(p: Parcours, r: Regles): CivilDate | null {
  const emploi = findEmploiEnCours(p);
  const { suiviEmploi } = r.dispositif;
  return emploi === null || suiviEmploi === null ? null : jourDuPoint(emploi, suiviEmploi.mois, r);
}

/** R40 — news to take since a point, then the decision; late from the first escalation on. */
export function* tachesEmploi(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const consolidation = jourConsolidation(p, r);
  if (consolidation === null || etapeOf(p) === 'en_pause') return;
  if (le >= consolidation) {
    const alerteLe = addJoursOuvres(consolidation, r.dispositif.escalade.tousLesJoursOuvres, r.zone);
    yield {
      code: 'emploi_a_conclure',
      phrase: `Vérifier que l’emploi tient, puis clore : son suivi va jusqu’au ${ditJour(consolidation)}`,
      depuis: consolidation,
      avant: null,
      urgence: le >= alerteLe ? 'en_retard' : 'a_traiter',
      pour: ['referent'],
      geste: 'exitParcours',
      sujet: null,
    };
    return;
  }
  const point = findPointDu(p, r, le);
  if (point === null) return;
  yield {
    code: 'emploi_a_suivre',
    phrase: `Prendre des nouvelles de la personne dans son emploi : point du ${ditJour(point)}`,
    depuis: point,
    avant: null,
    urgence: 'a_traiter',
    pour: ['referent'],
    geste: 'recordContact',
    sujet: null,
  };
}

/** R40 — the clock begins on the first day of the job, not on that of the recording. */
export function recordEmploi(d: DemandeDe<'recordEmploi'>, p: Parcours, ctx: Contexte): Verdict {
  if (ctx.dispositif.suiviEmploi === null) return refuse({ code: 'hors_dispositif' });
  if (p.contrat === null) return refuse({ code: 'contrat_absent' });
  const { debutLe, genre, finPrevueLe, texteId } = d;
  const enCours = findEmploiEnCours(p);
  if (enCours !== null) return refuse({ code: 'emploi_en_cours', debutLe: enCours.debutLe });
  if (debutLe > aujourdhui(ctx)) return refuse({ code: 'date_future', le: debutLe });
  const minimum = findPremierJour(p, p.contrat.signeLe);
  if (debutLe < minimum) return refuse({ code: 'date_anterieure', minimum });
  if (finPrevueLe !== null && finPrevueLe < debutLe)
    return refuse({ code: 'date_anterieure', minimum: debutLe });
  return accepte({
    type: 'emploi_commence',
    emploi: p.emplois.length + 1,
    debutLe,
    genre,
    finPrevueLe,
    texteId,
  });
}

/** R40 — the next job begins once the one before is over. */
export function findPremierJour(p: Pick<Parcours, 'emplois'>, signeLe: CivilDate): CivilDate {
  return p.emplois.at(-1)?.finLe ?? signeLe;
}

/** R40 — a job that did not hold: the accompaniment goes on, under the cap again. */
export function recordFinEmploi(d: DemandeDe<'recordFinEmploi'>, p: Parcours, ctx: Contexte): Verdict {
  const emploi = findEmploiEnCours(p);
  if (emploi === null) return refuse({ code: 'emploi_absent' });
  if (d.le > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.le });
  if (d.le < emploi.debutLe) return refuse({ code: 'date_anterieure', minimum: emploi.debutLe });
  return accepte({ type: 'emploi_fini', emploi: emploi.rang, le: d.le, texteId: d.texteId });
}
