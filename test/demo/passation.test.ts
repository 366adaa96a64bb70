import { waitTransfert } from '../../demo/jeu/passation';

describe('Le suivi d’un transfert par la démonstration', () => {
  test('dit ce qui n’avance plus au lieu d’attendre sans fin', async () => {
    const lu = {
      id: 't',
      etat: 'en_cours',
      total: 3,
      faits: 1,
      ecartes: 0,
      deplaces: 0,
      aReplacer: 0,
      parcours: [],
    };
    const guichet = {
      get: <T>() => Promise.resolve(lu as T),
      post: () => Promise.reject(new Error('rien à écrire')),
    };
    await expect(waitTransfert(guichet, 't', 0)).rejects.toThrow('1 sur 3, et plus rien n’avance');
  });
});
