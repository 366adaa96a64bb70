import { readColonnes } from '../../imports/colonnes';
import { parseLigne } from '../../imports/ligne';
import { findEdition, parseJour, parseOuiNon } from '../../imports/valeurs';

const ENTETES = [
  ...['Identifiant', 'Prénom', 'Nom', 'Courriel', 'Téléphone', 'Adresse', 'Code structure'],
  ...[
    'Courriel du référent',
    'Programme',
    'Date d’orientation',
    'Soumis aux obligations',
    'Contrat signé le',
  ],
];
const JUSTE = [
  ...['VAR-1', 'Awa', 'Diallo', 'awa@example.org', '06 00 00 00 01', '12 rue des Lilas', 'TOULON'],
  ...['Nadia.Benali@example.org', 'FAIRE/2025', '06/01/2025', 'oui', ''],
];
const colonnes = readColonnes(ENTETES);
const avec = (place: number, valeur: string) => JUSTE.map((c, i) => (i === place ? valeur : c));
const raisonsDe = (cellules: readonly string[]) => {
  const lecture = parseLigne(cellules, colonnes);
  return lecture.ok ? [] : lecture.raisons.map((r) => r.colonne);
};

describe('Les dates', () => {
  test.each([
    ['31/03/2025', '2025-03-31'],
    ['1/3/2025', '2025-03-01'],
    ['31-03-2025', '2025-03-31'],
    ['31.03.2025', '2025-03-31'],
    ['2025-03-31', '2025-03-31'],
    ['31/03/2025 00:00:00', '2025-03-31'],
    ['2025-03-31T00:00:00.000Z', '2025-03-31'],
    ['1er mars 2025', '2025-03-01'],
    ['15 août 2025', '2025-08-15'],
    ['3 févr. 2025', '2025-02-03'],
  ])('%s se lit %s', (ecrit, lu) => expect(parseJour(ecrit)).toBe(lu));

  test.each([
    '31/02/2025',
    '03/31/2025',
    '31/03/25',
    '31/03-2025',
    '45747',
    '3 mars',
    'demain',
    '',
    '31/03/2025 14:00',
  ])('« %s » n’est pas un jour qu’on puisse lire sans deviner', (ecrit) =>
    expect(parseJour(ecrit)).toBeNull(),
  );
});

describe('Les autres valeurs', () => {
  test.each([
    ...(['oui', 'OUI', 'o', 'Vrai', '1', 'x'].map((x) => [x, true]) as [string, boolean][]),
    ...(['non', 'N', 'faux', '0'].map((x) => [x, false]) as [string, boolean][]),
  ])('%s vaut %s', (ecrit, lu) => expect(parseOuiNon(ecrit)).toBe(lu));

  test('vide ou autre chose n’est ni oui ni non', () => {
    expect(['', '?', '2'].map(parseOuiNon)).toEqual([null, null, null]);
  });

  test.each(['faire/2025', 'FAIRE 2025', 'faire', 'Faire, accompagnement socio-professionnel'])(
    '« %s » est l’édition 2025 de FAIRE',
    (ecrit) => expect(findEdition(ecrit)).toEqual({ code: 'faire', edition: '2025' }),
  );

  test('une édition inconnue n’est pas devinée', () => {
    expect(['faire/2024', 'garantie', ''].map(findEdition)).toEqual([null, null, null]);
  });
});

describe('Les colonnes', () => {
  test('se reconnaissent dans n’importe quel ordre, avec ou sans accents ni majuscules', () => {
    const envers = [...ENTETES].reverse().map((e) => e.toUpperCase().normalize('NFD').replace(/\p{M}/gu, ''));
    const lecture = parseLigne([...JUSTE].reverse(), readColonnes(envers));
    expect(lecture).toEqual(parseLigne(JUSTE, colonnes));
    expect(lecture).toMatchObject({
      ok: true,
      lue: { idExterne: 'VAR-1', structure: 'TOULON', referent: 'nadia.benali@example.org' },
    });
  });

  test('une colonne obligatoire absente, une colonne double : le fichier est refusé en une phrase', () => {
    expect(() => readColonnes(ENTETES.filter((e) => e !== 'Nom'))).toThrow('Il manque « nom »');
    expect(() => readColonnes([...ENTETES, 'E-mail'])).toThrow('« E-mail » est de trop');
  });

  test('une colonne inconnue est laissée de côté et dite, celles d’un rejets.csv sans un mot', () => {
    expect(readColonnes([...ENTETES, 'Taille', 'ligne', 'motif du rejet']).ignorees).toEqual(['Taille']);
  });
});

describe('Une ligne', () => {
  test('juste, elle n’a aucune raison d’être rejetée', () => expect(raisonsDe(JUSTE)).toEqual([]));

  test.each([
    [0, '', 'Identifiant'],
    [1, '', 'Prénom'],
    [2, 'x'.repeat(101), 'Nom'],
    [3, 'pas une adresse', 'Courriel'],
    [4, 'abc', 'Téléphone'],
    [6, '', 'Code structure'],
    [8, 'autre', 'Programme'],
    [9, '30/02/2025', 'Date d’orientation'],
    [10, 'peut-être', 'Soumis aux obligations'],
    [11, '99/99/2025', 'Contrat signé le'],
  ])('cellule %i « %s » : rejetée, et la colonne « %s » est nommée', (place, valeur, colonne) => {
    expect(raisonsDe(avec(place, valeur))).toEqual([colonne]);
  });

  test('toutes ses fautes sont dites ensemble', () => {
    expect(raisonsDe(avec(1, '').with(9, 'hier').with(10, ''))).toEqual([
      'Prénom',
      'Date d’orientation',
      'Soumis aux obligations',
    ]);
  });

  test('un contrat signé demande un référent ; des cellules de trop se voient', () => {
    expect(raisonsDe(avec(7, '').with(11, '10/01/2025'))).toEqual(['Courriel du référent']);
    expect(raisonsDe([...JUSTE, 'de trop'])).toEqual(['']);
  });
});
