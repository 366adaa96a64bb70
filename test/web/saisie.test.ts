import { isMemeOrigine } from '../../api/routes/pages/origine';
import { nest, valeursOf } from '../../api/routes/pages/saisie';

describe('Ce qu’un formulaire envoie', () => {
  test('les noms à points deviennent des objets, ce qui est laissé vide n’existe pas, la clé n’est pas un champ', () => {
    const valeurs = {
      cle: 'k',
      'debut.le': '2025-01-21',
      'debut.heure': '10:00',
      dureeMinutes: ' ',
      par: 'service',
    };
    expect(nest(valeurs)).toEqual({ debut: { le: '2025-01-21', heure: '10:00' }, par: 'service' });
  });

  test('une ligne vide entre deux objectifs n’est pas un objectif', () => {
    const valeurs = {
      'objectifs.0.objectif': 'Permis',
      'objectifs.1.objectif': '',
      'objectifs.2.atteint': 'oui',
    };
    expect(nest(valeurs)).toEqual({ objectifs: [{ objectif: 'Permis' }, { atteint: 'oui' }] });
  });

  test('un nom qui viserait le prototype des objets reste un simple nom', () => {
    nest(
      JSON.parse('{"__proto__.pollue":"oui","constructor.prototype.pollue":"oui"}') as Record<string, string>,
    );
    expect(Reflect.get({}, 'pollue')).toBeUndefined();
  });

  test('un champ répété ou un fichier n’est pas une valeur', () => {
    expect(valeursOf({ a: 'x', b: ['y', 'z'], c: { d: 'e' } })).toEqual({ a: 'x' });
    expect(valeursOf(undefined)).toEqual({});
  });
});

describe('D’où vient un formulaire', () => {
  const depuis = (entetes: Record<string, string>) =>
    isMemeOrigine({ get: ((nom: string) => entetes[nom]) as never }, 'https://jalons.example');
  const Host = '127.0.0.1:3000';
  const Origin = `http://${Host}`;

  test('d’une page à nous, lue sous un nom à nous', () => {
    expect(depuis({ Host, Origin, 'Sec-Fetch-Site': 'same-origin' })).toBe(true);
    expect(depuis({ Host: 'jalons.example', Origin: 'https://jalons.example' })).toBe(true);
  });

  test.each([
    ['un autre site', { Host, Origin: 'http://ailleurs.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['un voisin sur un autre port', { Host, Origin: 'http://127.0.0.1:8025', 'Sec-Fetch-Site': 'same-site' }],
    ['un nom d’ailleurs qui mène ici', { Host: 'piege.example:3000', Origin: 'http://piege.example:3000' }],
    ['cachée', { Host, Origin: 'null' }],
    ['inconnue', { Host }],
  ])('un formulaire dont l’origine est %s n’est pas pris', (_, entetes) => {
    expect(depuis(entetes)).toBe(false);
  });
});
