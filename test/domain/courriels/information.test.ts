import { exemples } from '../../../domain/courriels/exemples/exemples';
import { estImprimable, renderLettre } from '../../../domain/courriels/lettre';
import { renderCourriel } from '../../../domain/courriels/rendu';
import type { DonneesLettre } from '../../../domain/courriels/donnees';

const aLaPersonne = exemples.flatMap(({ nom, donnees }) =>
  estImprimable(donnees) ? [{ nom, donnees }] : [],
);

function textes(donnees: DonneesLettre): readonly string[] {
  const { texte, html } = renderCourriel(donnees);
  return [texte, html, renderLettre(donnees)].map((t) => t.replaceAll('\u00A0', ' '));
}

describe('R46 — la mention d’information', () => {
  test.each(aLaPersonne)(
    'R46 — $nom dit pourquoi, qui décide, qui joindre et combien de temps',
    ({ donnees }) => {
      const { nom, telephone } = donnees.structure;
      const { contact, conservationMois } = donnees.information;
      for (const texte of textes(donnees)) {
        expect(texte).toMatch(
          new RegExp(`(Ce message|Cette lettre) concerne votre accompagnement par : ${nom}\\.`),
        );
        expect(texte).toContain('Les dates sont calculées automatiquement par un logiciel.');
        expect(texte).toContain('Les décisions sont toujours prises par une personne.');
        expect(texte).toContain(
          `à voir, à faire corriger ou à faire effacer les informations qui vous concernent : ${contact ?? `${nom}, ${telephone}`}.`,
        );
        expect(texte).toContain(
          `effacées ${conservationMois === 24 ? '2 ans' : '18 mois'} après notre dernier`,
        );
        expect(texte).toContain('écrire à la CNIL : www.cnil.fr.');
      }
    },
  );

  test.each([
    [12, '1 an'],
    [24, '2 ans'],
    [30, '30 mois'],
  ])('R46 — une durée de %i mois se dit « %s »', (conservationMois, dit) => {
    const [premier] = aLaPersonne;
    if (premier === undefined) throw new Error('Aucun exemple.');
    const donnees = { ...premier.donnees, information: { contact: null, conservationMois } };
    for (const texte of textes(donnees)) expect(texte).toContain(`effacées ${dit} après`);
  });

  test('R46 — un courriel à un professionnel ne la porte pas', () => {
    for (const { donnees } of exemples.filter((x) => !estImprimable(x.donnees))) {
      expect(renderCourriel(donnees).texte).not.toContain('à faire effacer');
    }
  });
});
