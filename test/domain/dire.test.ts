import { demarches, partenaires } from '../../domain/engagement/codes';
import { motifsManquement } from '../../domain/obligations/motifs';
import { minuscule } from '../../domain/parcours/dire';
import { motifsSortie } from '../../domain/parcours/sortie';

describe('Un libellé au milieu d’une phrase', () => {
  test.each([
    [demarches.permis, 'permis de conduire'],
    [demarches.cv, 'CV, lettre de candidature'],
    [partenaires.france_travail, 'France Travail'],
    [partenaires.organisme_formation, 'organisme de formation'],
    [motifsManquement.convocation, 'convocation (justice, préfecture, CAF)'],
    [motifsSortie.cdd.libelle, 'CDD ou intérim'],
  ])('« %s » s’écrit « %s » : les sigles et les noms propres gardent leurs capitales', (libelle, dit) => {
    expect(minuscule(libelle)).toBe(dit);
  });
});
