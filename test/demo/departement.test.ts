import { idTexte, textes } from '../../demo/departement/textes';
import { PRESENT, writePasse } from '../../demo/departement/passe';
import { contexteDuMonde } from '../../demo/oracle/monde';
import { vueParcours } from '../../domain/parcours/vue';

const monde = writePasse();
const vues = [...monde.parcours.values()].map(({ etat, journal }) =>
  vueParcours(etat, journal, contexteDuMonde(monde, etat), PRESENT),
);
const ouverts = vues.filter(({ sortie }) => sortie === null);

describe('le département de démonstration', () => {
  test('R28, R29 — la plupart des référents sont à jour ; quelques-uns seulement sont en retard', () => {
    const enRetard = ouverts.filter(({ taches }) => taches.some((t) => t.urgence === 'en_retard'));
    expect(enRetard.length).toBeGreaterThanOrEqual(5);
    expect(enRetard.length).toBeLessThan(ouverts.length / 2);
    const points = ouverts.filter(({ taches }) => taches.some((t) => t.code === 'point_en_retard'));
    expect(points.length).toBeGreaterThanOrEqual(1);
    expect(points.length).toBeLessThanOrEqual(3);
    const sansDroits = ouverts.filter(({ taches }) =>
      taches.some((t) => t.code === 'droits_a_examiner' && t.urgence !== 'a_prevoir'),
    );
    expect(sansDroits.length).toBeGreaterThanOrEqual(1);
    expect(sansDroits.length).toBeLessThanOrEqual(5);
  });

  test('il montre chaque étape d’un accompagnement, et chaque échelon d’un manquement', () => {
    expect([...new Set(vues.map(({ etape }) => etape))].sort()).toEqual([
      'accueil',
      'clos',
      'en_accompagnement',
      'en_emploi',
      'en_pause',
      'plafond_atteint',
      'suivi_sortie',
    ]);
    const echelons = [...monde.parcours.values()].flatMap(({ etat }) =>
      etat.sortie === null ? etat.manquements.map((m) => m.etat.etat) : [],
    );
    expect(echelons).toEqual(
      expect.arrayContaining(['motif_demande', 'relance_1', 'signalement_propose', 'transmis']),
    );
  });

  test('R35 — une réorientation y relie deux parcours de la même personne', () => {
    const avant = vues.find(({ suivantId }) => suivantId !== null);
    const apres = vues.find(({ id }) => id === avant?.suivantId);
    expect(apres).toMatchObject({ precedentId: avant?.id, beneficiaireId: avant?.beneficiaireId });
    expect(apres?.dispositif.code).not.toBe(avant?.dispositif.code);
  });

  test('chaque texte que cite un journal est écrit, et chaque texte écrit est cité', () => {
    const faits = JSON.stringify([...monde.parcours.values()].map(({ journal }) => journal));
    const cites = [...faits.matchAll(/"\w*[tT]exteId":"([^"]+)"/g)].map(([, id]) => id);
    const ecrits = (Object.keys(textes) as (keyof typeof textes)[]).map(idTexte);
    expect([...new Set(cites)].sort()).toEqual([...ecrits].sort());
  });
});
