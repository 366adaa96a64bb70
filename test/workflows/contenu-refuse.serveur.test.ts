import { defineSearchAttributeKey } from '@temporalio/common';
import { tranquille } from '../../demo/vies/tranquille';
import { instantAt, jourAt } from '../../domain/temps/heure-locale';
import { addJours } from '../../domain/temps/jour';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { DEPART } from '../support/peuplement';

jest.setTimeout(300_000);
const JALONS_ALERTE = defineSearchAttributeKey('JalonsAlerte', 'KEYWORD');

describe('R18 — un contenu que le relais refuse (554)', () => {
  let d: DepartementDEssai;
  const alerte = async () => {
    const { parcoursId } = d.suivies[0] ?? { parcoursId: '' };
    const { typedSearchAttributes } = await d.client.workflow.getHandle(`parcours-${parcoursId}`).describe();
    return typedSearchAttributes.get(JALONS_ALERTE);
  };

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'contenu-refuse', vies: [tranquille] });
    d.boite.regles.add({ destinataire: '*', reponse: '554', fois: 1, ms: 3000 });
    await d.open();
  });
  afterAll(() => d.close());

  test('R18 — alerte l’administrateur dans Temporal ; le référent a la lettre, et le journal dit la vraie raison', async () => {
    await attends('l’alerte', async () => (await alerte()) === 'contenu_refuse');
    const [lettre] = await d.base.fait.findMany({ where: { type: 'lettre_a_faire' } });
    expect(lettre?.donnees).toMatchObject({ raison: 'contenu_refuse', modele: 'convocation' });
    const prevenu = await d.base.courriel.findFirstOrThrow({ where: { modele: 'convocation_non_remise' } });
    expect(prevenu.etat).toBe('envoye');
  });

  test('R18 — l’alerte ne dure pas : sans autre refus, elle tombe', async () => {
    await d.walkTo(instantAt(addJours(jourAt(DEPART, 'metropole'), 45), '18:00', 'metropole'));
    await attends('la fin de l’alerte', async () => (await alerte()) !== 'contenu_refuse');
  });
});
