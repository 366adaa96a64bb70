import type { Regles } from '../parcours/contexte';
import { ditJour, minuscule } from '../parcours/dire';
import type { Parcours } from '../parcours/parcours';
import type { Tache } from '../parcours/tache';
import { addJoursOuvres, joursAvant, reporteAuJourOuvre } from '../temps/calendrier';
import type { CivilDate } from '../temps/jour';
import { demarches, genresEtape } from './codes';
import { limiteConstat, limiteEtape } from './constats';
import { declarationsDues } from './declarations';
import { genresDeclaration } from './declarations-dues';
import { momentDit, momentsVides } from './droits';
import { findBilanProche, findPointPrevu } from './point-legal';
import { jourDesPublics } from './publics';

/** R25–R29, R39, R41 — what professionals still have to do about the contrat and what was agreed. */
export function* tachesEngagement(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  yield* tachesPoint(p, r, le);
  yield* tachesConstat(p, r, le);
  yield* tachesEtape(p, r, le);
  yield* tachesDroits(p, r, le);
  yield* tachesPublics(p, r, le);
}

/** R28 — to prepare, then to hold, then late; with a bilan, it says so. */
function* tachesPoint(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const point = findPointPrevu(p, r);
  if (point === null || le < point.preparationLe) return;
  const { aTenirLe, avecBilan, version } = point;
  const [pressant = 0] = r.dispositif.pointLegal.rappels;
  const etat =
    le > aTenirLe ? 'en_retard' : le >= joursAvant(aTenirLe, pressant, r.zone) ? 'a_tenir' : 'a_preparer';
  const proche = avecBilan === null ? findBilanProche(p, r) : null;
  const ensemble = avecBilan === null ? '' : `, au même rendez-vous que le bilan n° ${avecBilan}`;
  const choix = proche === null ? '' : ` ; un seul rendez-vous peut servir au bilan n° ${proche.rang}`;
  const phrase = {
    en_retard: `Tenir le point légal${ensemble} : il était prévu le ${ditJour(aTenirLe)}`,
    a_tenir: `Tenir le point légal${ensemble}, le ${ditJour(aTenirLe)} au plus tard`,
    a_preparer: `Préparer le point légal du ${ditJour(aTenirLe)}${ensemble}`,
  }[etat];
  yield {
    code: `point_${etat}`,
    phrase: `${phrase}${choix}`,
    depuis: point.preparationLe,
    avant: aTenirLe,
    urgence: ({ en_retard: 'en_retard', a_tenir: 'a_traiter', a_preparer: 'a_prevoir' } as const)[etat],
    pour: ['referent'],
    geste: 'recordPointLegal',
    sujet: String(version),
  };
}

/** R27, R39 — asked of the référent once the day is over; late when it has come up to the manager. */
function tacheConstat(avant: CivilDate, responsableJoursOuvres: number, r: Regles, le: CivilDate) {
  const enRetard = le >= addJoursOuvres(avant, responsableJoursOuvres, r.zone);
  return { depuis: avant, avant, urgence: enRetard ? 'en_retard' : 'a_traiter', pour: ['referent'] } as const;
}

/** R39 — a step whose last day is over: reached, given up or moved. */
function* tachesEtape(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const { etapes } = r.dispositif;
  if (etapes === null) return;
  for (const t of p.engagement.etapes) {
    const avant = limiteEtape(t, p, r);
    if (t.issue !== null || le <= avant) continue;
    yield {
      ...tacheConstat(avant, etapes.responsableJoursOuvres, r, le),
      code: 'etape_a_constater',
      phrase: `Dire ce qu’il en est de l’étape n° ${t.numero} (${minuscule(genresEtape[t.quoi])}), ou la déplacer : elle allait jusqu’au ${ditJour(t.au)}`,
      geste: 'recordEtape',
      sujet: String(t.numero),
    };
  }
}

function* tachesConstat(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const tache = (avant: CivilDate) => tacheConstat(avant, r.dispositif.constat.responsableJoursOuvres, r, le);
  for (const d of p.engagement.demarches) {
    const avant = limiteConstat(d, p, r);
    if (d.issue !== null || le <= avant) continue;
    const qui = d.de === 'personne' ? '' : ', que le service devait faire';
    yield {
      ...tache(avant),
      code: 'demarche_a_constater',
      phrase: `Dire si la démarche n° ${d.numero} est faite (${minuscule(demarches[d.quoi])}${qui}) : prévue pour le ${ditJour(d.avantLe)}`,
      geste: 'recordDemarche',
      sujet: String(d.numero),
    };
  }
  for (const { genre, duLe } of declarationsDues(p, r)) {
    const avant = reporteAuJourOuvre(duLe, r.zone);
    if (le <= avant) continue;
    yield {
      ...tache(avant),
      code: 'declaration_a_constater',
      phrase: `Dire si la déclaration est faite : ${minuscule(genresDeclaration[genre])} du ${ditJour(duLe)}`,
      geste: 'recordDeclaration',
      sujet: `${genre}-${duLe}`,
    };
  }
}

/** R29 — a list that nobody has begun. */
function* tachesDroits(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  for (const { moment, depuis } of momentsVides(p)) {
    const rappelLe = addJoursOuvres(depuis, r.dispositif.droits.apresJoursOuvres, r.zone);
    yield {
      code: 'droits_a_examiner',
      phrase: `Regarder l’accès aux droits, ${momentDit(moment)}`,
      depuis,
      avant: null,
      urgence: le >= rappelLe ? 'a_traiter' : 'a_prevoir',
      pour: ['referent'],
      geste: 'recordDroits',
      sujet: String(moment),
    };
  }
}

/** R41 — expected from the contrat on. */
function* tachesPublics(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const depuis = jourDesPublics(p, r);
  if (depuis === null || r.dispositif.publics === null) return;
  const rappelLe = addJoursOuvres(depuis, r.dispositif.publics.apresJoursOuvres, r.zone);
  yield {
    code: 'publics_a_indiquer',
    phrase: 'Indiquer les publics prioritaires dont la personne relève, ou qu’aucun ne s’applique',
    depuis,
    avant: null,
    urgence: le >= rappelLe ? 'a_traiter' : 'a_prevoir',
    pour: ['referent'],
    geste: 'assignPublics',
    sujet: null,
  };
}
