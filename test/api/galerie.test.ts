import request from 'supertest';
import { exemples } from '../../domain/courriels/exemples/exemples';
import { estImprimable, renderLettre } from '../../domain/courriels/lettre';
import { renderCourriel } from '../../domain/courriels/rendu';
import { createSansServeur } from './essai';

const app = createSansServeur();
const directives = (politique = '') =>
  new Map(politique.split('; ').map((d) => [d.split(' ')[0], d.slice(d.indexOf(' ') + 1)]));

describe('Les aperçus de la galerie', () => {
  test.each(exemples)(
    'R18 — $nom : les octets du courriel, puis ceux de la lettre',
    async ({ nom, donnees }) => {
      const courriel = await request(app).get(`/modeles/${nom}/courriel`);
      expect(courriel.text).toBe(renderCourriel(donnees).html);
      const lettre = await request(app).get(`/modeles/${nom}/lettre`);
      expect(lettre.status).toBe(estImprimable(donnees) ? 200 : 404);
      if (estImprimable(donnees)) expect(lettre.text).toBe(renderLettre(donnees));
    },
  );

  test('un aperçu ne se montre que dans une page d’ici, et n’exécute rien', async () => {
    for (const quoi of ['courriel', 'lettre']) {
      const { headers } = await request(app).get(`/modeles/convocation.bilan/${quoi}`);
      const politique = directives(headers['content-security-policy']);
      expect(politique.get('frame-ancestors')).toBe("'self'");
      expect(politique.get('script-src')).toBe("'none'");
      expect(politique.get('default-src')).toBe("'none'");
    }
  });

  test('un exemple inconnu est une page introuvable', async () => {
    expect((await request(app).get('/modeles/rien/courriel')).status).toBe(404);
  });

  test('la production ne montre ni la galerie ni ses aperçus', async () => {
    const production = createSansServeur({ mode: 'production' });
    for (const chemin of [
      '/modeles',
      '/modeles/convocation.bilan/courriel',
      '/modeles/convocation.bilan/lettre',
    ])
      expect((await request(production).get(chemin)).status).toBe(404);
  });
});
