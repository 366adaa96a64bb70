import { memoizeParObjet } from '../../../domain/temps/memoire';

describe('Ce qui a été calculé d’une valeur est gardé', () => {
  test('une valeur interrogée deux fois n’est calculée qu’une fois, une autre règle est un autre calcul', () => {
    let calculs = 0;
    const lit = memoizeParObjet(8, (etat: { readonly n: number }, regle: string) => {
      calculs += 1;
      return `${regle}:${etat.n}`;
    });
    const etat = { n: 1 };
    expect([lit(etat, 'a'), lit(etat, 'a'), lit(etat, 'b')]).toEqual(['a:1', 'a:1', 'b:1']);
    expect(calculs).toBe(2);
    // A value that looks the same is another one.
    expect(lit({ n: 1 }, 'b')).toBe('b:1');
    expect(calculs).toBe(3);
  });

  test('seules les dernières valeurs sont gardées : les autres sont calculées de nouveau, à l’identique', () => {
    let calculs = 0;
    const lit = memoizeParObjet(8, (etat: { readonly n: number }) => {
      calculs += 1;
      return etat.n * 2;
    });
    const etats = Array.from({ length: 200 }, (_, n) => ({ n }));
    const attendus = etats.map(({ n }) => n * 2);
    expect(etats.map((e) => lit(e))).toEqual(attendus);
    expect(lit(etats[199] ?? { n: 0 })).toBe(398);
    expect(calculs).toBe(200);
    expect(etats.map((e) => lit(e))).toEqual(attendus);
    expect(calculs).toBe(400);
  });
});
