import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { echeancier } from '../../domain/parcours/echeancier';
import { contexteOf } from '../../domain/parcours/contexte';
import { plafondOf } from '../../domain/parcours/plafond';
import { jour, jourDeSemaine, type CivilDate } from '../../domain/temps/jour';
import { heureAt } from '../../domain/temps/heure-locale';
import { signe, type Recit } from '../domain/recit';

/* Written by hand with a printed calendar, never regenerated: a difference is settled by the text of the rules. */
const PLACEMENT = { code: 'placement_emploi', edition: '2025' };
const JOURS = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];
const dit = (le: CivilDate) =>
  `le ${JOURS[jourDeSemaine(le) - 1] ?? ''} ${le.split('-').reverse().join('/')}`;

const NOMS: readonly [RegExp, string][] = [
  [/^(silence):[\d-]+:demande$/, '$1 : demandé'],
  [/^(silence):[\d-]+:escalade:(\d)$/, '$1 : alerte $2'],
  [/^(plafond):1:avis:(\d+)$/, '$1 : avis à $2 jours'],
  [/^(plafond):1:atteint$/, '$1 : atteint'],
  [/^(plafond|fenetre):1:decision$/, '$1 : décision demandée'],
  [/^(plafond|fenetre):1:escalade:(\d)$/, '$1 : alerte $2'],
  [/^(fenetre):1:avis:(\d+)$/, '$1 : avis à $2 jours'],
  [/^(emploi):1:point:(\d)$/, '$1 : point à $2 mois'],
  [/^(emploi):1:consolidation$/, '$1 : décision demandée'],
  [/^(emploi):1:escalade:(\d)$/, '$1 : alerte $2'],
  [/^publics:rappel:5$/, 'publics : à indiquer, rappel'],
  [/^etape:1\.1:constat:1$/, 'étape : demandée à 1 jour ouvré'],
  [/^etape:1\.1:constat:5$/, 'étape : demandée à 5 jours ouvrés'],
  [/^etape:1\.1:retard:10$/, 'étape : alerte au 10e jour ouvré'],
  [/^etape:1\.1:escalade:(\d)$/, 'étape : alerte $1'],
];

/** R28, R29 — these clocks run alike under every edition: the chroniques of the first one hold them. */
const COMMUNES = /^(point|droits):/;

/** All that is to come after the contrat, in the words of the hand; what has no name there would show. */
function chronique(r: Recit): readonly string[] {
  const prevues = echeancier(r.p, contexteOf(r.monde, r.p)).filter((e) => !COMMUNES.test(e.cle));
  return prevues.map((e) => {
    const nom = NOMS.find(([forme]) => forme.test(e.cle));
    const texte = nom === undefined ? e.cle : e.cle.replace(nom[0], nom[1]).replace('fenetre', 'fenêtre');
    return `${texte} ${dit(e.duLe)}${e.geste === 'constater_plafond' ? ` à ${heureAt(e.a, 'metropole')}` : ''}`;
  });
}

const ecrites = readFileSync(join(__dirname, 'chroniques', 'placement-2026-01-31.txt'), 'utf8')
  .split('\n')
  .map((ligne) => ligne.replace(/ — .*$/, ''));
const lignes = (...sujets: readonly string[]) =>
  ecrites.filter((l) => sujets.some((s) => l.startsWith(`${s} :`))).sort();

/** The appointment of the accueil is not part of the calendar that is compared. */
const signeSeul = () =>
  signe('2026-01-31', { dispositif: PLACEMENT }).fait({
    type: 'cancelRendezVous',
    rendezVousId: 1,
    par: 'service',
  });

describe('Accompagnement et placement en emploi 2025, contrat signé le 2026-01-31', () => {
  test('R38, R02, R16, R36, R41 — le calendrier est celui que la main a compté, et rien d’autre n’est prévu', () => {
    const r = signeSeul();
    const plafond = `plafond : dernier jour ${dit(plafondOf(r.p, contexteOf(r.monde, r.p)) ?? jour('2026-01-31'))}`;
    expect([plafond, ...chronique(r)].sort()).toEqual(lignes('silence', 'plafond', 'fenêtre', 'publics'));
  });

  test('R39 — une étape dont rien n’est dit : demandée au référent, puis au responsable', () => {
    const r = signeSeul().fait({
      type: 'addEtape',
      quoi: 'formation',
      partenaire: 'organisme_formation',
      le: jour('2026-01-31'),
      du: jour('2026-03-02'),
      au: jour('2026-03-31'),
      texteId: null,
      partenaireTexteId: null,
    });
    expect(
      chronique(r)
        .filter((l) => l.startsWith('étape'))
        .toSorted(),
    ).toEqual(lignes('étape'));
  });

  test('R40 — une fois en emploi, ni silence ni plafond : les points, puis la décision', () => {
    const r = signeSeul()
      .le('2026-08-31')
      .fait({
        type: 'recordEmploi',
        debutLe: jour('2026-08-31'),
        genre: 'cdi',
        finPrevueLe: null,
        texteId: null,
      });
    expect(chronique(r).toSorted()).toEqual(lignes('emploi', 'fenêtre'));
  });
});
