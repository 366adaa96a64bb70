import { estImprimable, renderLettre } from '../../../domain/courriels/lettre';
import { modeles } from '../../../domain/courriels/courriel';
import type { DonneesLettre } from '../../../domain/courriels/donnees';
import { exemples } from '../../../domain/courriels/exemples/exemples';

const lettres = exemples.flatMap(({ nom, donnees }) => (estImprimable(donnees) ? [{ nom, donnees }] : []));

function adresse(d: DonneesLettre, saisie: string | null): readonly string[] {
  const page = renderLettre({ ...d, personne: { ...d.personne, adresse: saisie } });
  const bloc = /<address[^>]*>([^]*?)<\/address>/.exec(page)?.[1] ?? '';
  return bloc.split('<br').map((l) => l.replace(/^[^>]*>/, '').trim());
}

describe.each(lettres)('R18 — $nom, en lettre', ({ donnees }) => {
  const page = renderLettre(donnees);

  test('la lettre ne parle ni de message ni de bouton : elle est en papier', () => {
    expect(page).not.toMatch(/ce message|répondez à|<a /);
    expect(page).toContain('cette lettre');
  });

  test('le délai d’une lettre court à partir de sa remise, aucune date n’y est promise', () => {
    if (donnees.modele !== 'demande_motif' && donnees.modele !== 'relance') return;
    expect(page).not.toContain('inclus pour répondre');
    expect(page).toMatch(/après le jour où vous recevez cette lettre/);
  });
});

test('R18 — tout message à la personne s’imprime, aucun message à un professionnel', () => {
  expect(modeles.filter((m) => lettres.some(({ donnees }) => donnees.modele === m))).toEqual([
    'convocation',
    'deplacement',
    'annulation',
    'rappel',
    'bilan_annonce',
    'pause',
    'reprise',
    'point_annonce',
    'contrat_revise',
    'etape',
    'demande_motif',
    'relance',
    'changement_referent',
    'information_transmise',
    'situation_reglee',
    'rectification_presence',
    'rectification_contrat',
    'fin_accompagnement',
    'suivi_sortie',
  ]);
});

describe('R18 — l’adresse dans la fenêtre de l’enveloppe', () => {
  const [{ donnees }] = lettres as [(typeof lettres)[number]];

  test.each([
    [
      '3 impasse du Moulin\r\nBâtiment B\r\n83200 Toulon',
      ['3 impasse du Moulin', 'Bâtiment B', '83200 Toulon'],
    ],
    ['3 impasse du Moulin, Bât. B, 83200 Toulon', ['3 impasse du Moulin, Bât. B', '83200 Toulon']],
    [null, []],
    ['  \n ', []],
  ])('R18 — « %s »', (saisie, lignes) => {
    const plates = adresse(donnees, saisie).map((l) => l.replaceAll('\u00A0', ' ').replace(/^\/>/, ''));
    expect(plates).toEqual(['Awa Durand', ...lignes]);
  });
});
