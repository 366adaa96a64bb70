import fc from 'fast-check';
import {
  createRecapitulatif,
  jourDuRecapitulatif,
  offreDuMois,
  type LigneLue,
} from '../../../domain/courriels/recapitulatif';
import { contenuRecapitulatif } from '../../../domain/courriels/modeles/recapitulatif';
import { faire2025 } from '../../../domain/dispositifs/faire-2025';
import { recapitulatifAt } from '../../../domain/parcours/contexte';
import { addJoursOuvres, estOuvre } from '../../../domain/temps/calendrier';
import { instantAt, jourAt, type Heure } from '../../../domain/temps/heure-locale';
import { instantOf, type Instant } from '../../../domain/temps/instant';
import { jour } from '../../../domain/temps/jour';
import { agenda, regles } from '../vue-vies';

describe('R17 — le matin où une ligne est lue', () => {
  const lu = (le: `${number}-${number}-${number}`, heure: Heure) =>
    jourDuRecapitulatif(instantAt(jour(le), heure, 'metropole'), regles);

  test.each([
    ['avant 8 h un jour ouvré, le matin même', '2025-03-03', '07:59', '2025-03-03'],
    ['à 8 h, le lendemain ouvré', '2025-03-03', '08:00', '2025-03-04'],
    ['le vendredi après-midi, le lundi', '2025-03-07', '15:00', '2025-03-10'],
    ['le samedi à 7 h, le lundi', '2025-03-08', '07:00', '2025-03-10'],
    ['la veille d’un jour férié, après ce jour', '2025-04-30', '15:00', '2025-05-02'],
    ['le matin d’un jour férié, le jour ouvré suivant', '2025-05-01', '07:00', '2025-05-02'],
  ] as const)('R17 — %s', (_, le, heure, attendu) => {
    expect(lu(le, heure)).toBe(attendu);
  });

  test('R17 — l’heure est celle de la structure : à La Réunion, 8 h est 5 h à Paris', () => {
    const reunion = { dispositif: faire2025, zone: 'la_reunion' } as const;
    const instant = '2025-03-03T04:30:00.000Z' as Instant;
    expect(jourDuRecapitulatif(instant, reunion)).toBe('2025-03-04');
    expect(jourDuRecapitulatif(instant, regles)).toBe('2025-03-03');
  });

  test('R17 — c’est le premier jour ouvré dont le récapitulatif n’est pas encore parti', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) }), (ms) => {
        const instant = instantOf(ms);
        const le = jourDuRecapitulatif(instant, regles);
        expect(estOuvre(le, 'metropole')).toBe(true);
        expect(recapitulatifAt(le, regles) > instant).toBe(true);
        const ceJour = jourAt(instant, 'metropole');
        if (le !== ceJour) expect(le).toBe(addJoursOuvres(ceJour, 1, 'metropole'));
      }),
    );
  });
});

const entete = {
  ecritA: '2025-03-03T07:00:00.000Z' as Instant,
  le: jour('2025-03-03'),
  pour: 'referent',
  nom: 'Paul Martin',
  structure: { nom: 'Structure', adresse: 'Rue', telephone: '0494000010', zone: 'metropole' },
  lienListe: 'https://jalons.example.org/',
  offres: {},
} as const;

function ligne(n: number, x: Partial<LigneLue> = {}): LigneLue {
  return {
    parcoursId: `p${n}`,
    avis: 'bilan_a_tenir',
    precision: { quoi: 'jour', le: jour('2025-03-20') },
    personne: `Personne ${n}`,
    referent: 'Paul Martin',
    lien: `https://jalons.example.org/parcours/p${n}`,
    ...x,
  };
}

describe('R17 — ce que dit un récapitulatif', () => {
  test('R17 — sans ligne nouvelle il n’y a pas de récapitulatif, quoi qu’il reste d’ouvert', () => {
    expect(createRecapitulatif({ ...entete, nouvelles: [], ouvertes: [ligne(1)] })).toBeNull();
  });

  test('R16 — plusieurs lignes d’un même parcours le même jour sont une seule entrée', () => {
    const plafond = ligne(1, { avis: 'plafond_proche' });
    const dit = createRecapitulatif({ ...entete, nouvelles: [ligne(1), plafond], ouvertes: [] });
    expect(dit?.nouvelles).toHaveLength(1);
    expect(dit?.nouvelles[0]?.points.map((p) => p.avis)).toEqual(['bilan_a_tenir', 'plafond_proche']);
  });

  test('R17 — la même chose n’est dite qu’une fois, et pas de nouveau dans ce qui reste ouvert', () => {
    const dit = createRecapitulatif({
      ...entete,
      nouvelles: [ligne(1), ligne(1)],
      ouvertes: [ligne(1), ligne(1, { avis: 'motif_a_qualifier', precision: null }), ligne(2)],
    });
    expect(dit?.nouvelles[0]?.points).toHaveLength(1);
    expect(dit?.ouvertes.map((e) => [e.personne, e.points.map((p) => p.avis)])).toEqual([
      ['Personne 1', ['motif_a_qualifier']],
      ['Personne 2', ['bilan_a_tenir']],
    ]);
  });

  test('R17 — deux homonymes restent deux entrées, chacune avec son lien', () => {
    const homonymes = [ligne(1, { personne: 'Awa Durand' }), ligne(2, { personne: 'Awa Durand' })];
    const dit = createRecapitulatif({ ...entete, nouvelles: homonymes, ouvertes: [] });
    expect(dit?.nouvelles.map((e) => e.lien)).toEqual(homonymes.map((l) => l.lien));
  });

  test('R17 — le responsable lit qui suit chaque parcours, le référent non', () => {
    const lit = (pour: 'referent' | 'responsable') =>
      createRecapitulatif({ ...entete, pour, nouvelles: [ligne(1)], ouvertes: [] })?.nouvelles[0]?.referent;
    expect(lit('responsable')).toBe('Paul Martin');
    expect(lit('referent')).toBeNull();
  });

  test('R08 — « 48 créneaux pour 60 personnes en mai » : une ligne par mois au lieu d’une par parcours', () => {
    const sansCreneau = (n: number) =>
      ligne(n, { avis: 'creneau_introuvable', precision: { quoi: 'mois', mois: '2025-05' } });
    const dit = createRecapitulatif({
      ...entete,
      offres: { '2025-05': { creneaux: 48, personnes: 60 } },
      nouvelles: [
        sansCreneau(1),
        sansCreneau(2),
        sansCreneau(2),
        ligne(3, { avis: 'creneau_introuvable', precision: null }),
      ],
      ouvertes: [],
    });
    expect(dit?.nouvelles).toEqual([]);
    expect(dit?.capacites).toEqual([
      { mois: null, sansCreneau: 1, offre: null },
      { mois: '2025-05', sansCreneau: 2, offre: { creneaux: 48, personnes: 60 } },
    ]);
  });

  test('R28 — un bilan et un point légal dus le même jour sont dits en une ligne ; à un autre jour, en deux', () => {
    const phrases = (point: Pick<LigneLue, 'avis' | 'precision'>, bilan: Partial<LigneLue> = {}) => {
      const nouvelles = [ligne(1, point), ligne(1, bilan)];
      const dit = createRecapitulatif({ ...entete, nouvelles, ouvertes: [] });
      if (dit === null) throw new Error('Deux lignes nouvelles donnent un récapitulatif.');
      const rubriques = contenuRecapitulatif(dit).blocs.flatMap((b) =>
        b.type === 'rubriques' ? b.rubriques : [],
      );
      return rubriques.flatMap((r) => r.points);
    };
    const le = jour('2025-03-20');
    expect(phrases({ avis: 'point_a_tenir', precision: { quoi: 'jour', le } })).toEqual([
      'Bilan et point légal à tenir (au plus tard le jeudi 20 mars 2025)',
    ]);
    expect(phrases({ avis: 'point_a_tenir', precision: { quoi: 'point', le, bilan: 1 } })).toEqual([
      'Bilan et point légal à tenir (au plus tard le jeudi 20 mars 2025) : un seul rendez-vous peut servir aux deux, à choisir sur la page',
    ]);
    const retard = { avis: 'point_en_retard', precision: { quoi: 'jour', le } } as const;
    expect(phrases(retard, { avis: 'bilan_en_retard' })).toEqual([
      'Bilan et point légal en retard (attendu le jeudi 20 mars 2025)',
    ]);
    expect(phrases(retard)).toHaveLength(2);
    const lendemain = { quoi: 'jour', le: jour('2025-03-21') } as const;
    expect(phrases({ avis: 'point_a_tenir', precision: lendemain })).toHaveLength(2);
  });

  test('R17 — l’ordre des lignes reçues ne change pas ce que dit le récapitulatif', () => {
    const lignes = [1, 2, 3, 4].map((n) => ligne(n));
    const reference = createRecapitulatif({ ...entete, nouvelles: lignes, ouvertes: [] });
    fc.assert(
      fc.property(fc.shuffledSubarray(lignes, { minLength: 4 }), (nouvelles) => {
        expect(createRecapitulatif({ ...entete, nouvelles, ouvertes: [] })).toEqual(reference);
      }),
    );
  });
});

test('R08 — l’offre d’un mois compte tous les créneaux ouverts, pris ou libres, jamais plus que le maximum du jour', () => {
  const pris = [{ debut: '2025-05-06T07:00:00.000Z' as Instant, fin: '2025-05-06T07:45:00.000Z' as Instant }];
  const compte = (a: typeof agenda) => offreDuMois(a, '2025-05', 60, 'metropole').creneaux;
  // Tuesdays 6, 13, 20, 27 and Thursdays 15, 22 (8 and 29 are holidays, 1 too), four slots each.
  expect(compte(agenda)).toBe(24);
  expect(compte({ ...agenda, pris })).toBe(24);
  expect(compte({ ...agenda, maximumParJour: 3 })).toBe(18);
});
