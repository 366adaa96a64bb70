import { newId } from '../../registre/identifiants';
import { idDeLApi } from '../../demo/identite';
import { viesDeLaLoi } from '../../demo/vies/vies-de-la-loi';
import { sixVies } from '../../demo/vies/six-vies';

describe('Les vies écrites', () => {
  test('l’identifiant que la démonstration attend est celui que l’API donne', () => {
    const nom = 'parcours:VAR-0013:2';
    expect(idDeLApi(nom)).toBe(newId({ mode: 'demonstration' }, nom));
  });

  test('vingt-trois vies, chacune sa personne et son nom', () => {
    const vies = [...sixVies, ...viesDeLaLoi];
    expect(new Set(vies.map((v) => v.idExterne)).size).toBe(23);
    expect(new Set(vies.map((v) => v.code)).size).toBe(23);
  });
});
