import { newId } from '../../api/identifiants';
import { idDeLApi } from '../../demo/identite';
import { quatorzeVies } from '../../demo/vies/quatorze-vies';
import { sixVies } from '../../demo/vies/six-vies';

describe('Les vies écrites', () => {
  test('l’identifiant que la démonstration attend est celui que l’API donne', () => {
    const nom = 'parcours:VAR-0013:2';
    expect(idDeLApi(nom)).toBe(newId({ mode: 'demonstration' }, nom));
  });

  test('vingt vies, chacune sa personne et son nom', () => {
    const vies = [...sixVies, ...quatorzeVies];
    expect(new Set(vies.map((v) => v.idExterne)).size).toBe(20);
    expect(new Set(vies.map((v) => v.code)).size).toBe(20);
  });
});
