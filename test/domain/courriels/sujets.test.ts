import { estImprimable } from '../../../domain/courriels/lettre';
import { renderCourriel } from '../../../domain/courriels/rendu';
import { avis } from '../../../domain/parcours/avis';
import { exemples } from '../../../domain/courriels/exemples/exemples';

/** A subject is read on a locked screen, over a shoulder: nothing of the benefit, of a fault, of health, of a person. */
const INTERDITS =
  /\b(rsa|revenu de solidarit|sanction|suspension|suppression|radiation|signalement|manquement|obligation|motif|absen|manqu|retard|allocation|alloc|caf|msa|sant|maladie|m[ée]d|handicap|d[ée]c[èe]s|insertion|b[ée]n[ée]ficiaire|ch[ôo]m|pauvre|plainte|relance|mise en demeure)/i;
const NOMS = /awa|durand|paul|martin|bruno|leroy|chlo|petit|in[eè]s|bernard/i;

describe.each(exemples)('R18 — $nom', ({ donnees }) => {
  const { sujet, texte, ics } = renderCourriel(donnees);

  test('l’objet ne dit ni prestation, ni faute, ni santé, ni nom de personne', () => {
    expect(sujet).not.toMatch(INTERDITS);
    expect(sujet).not.toMatch(NOMS);
  });

  test('l’objet se lit sur un téléphone', () => {
    expect(sujet.length).toBeGreaterThan(10);
    expect(sujet.length).toBeLessThanOrEqual(60);
  });

  if (estImprimable(donnees)) {
    test('le message dit qui appeler et comment, et que personne n’est jugé par une machine', () => {
      expect(texte).toContain('Paul Martin');
      expect(texte).toContain('04 94 00 00 12');
      expect(texte).toContain('répondez à ce message');
      expect(texte).toContain('Les décisions sont toujours prises par une personne.');
      expect(texte).toContain('Il y a une erreur dans ce message ?');
    });

    test('le message ne menace pas et ne parle ni de prestation ni de sanction', () => {
      expect(texte).not.toMatch(
        /\b(rsa|sanction|suspen|suppr|radi[ée]|amende|obligatoire|devez|sous peine)/i,
      );
    });
  }

  test('le calendrier d’un téléphone ne montre rien de plus que l’objet', () => {
    const resume = /SUMMARY:(.*)/.exec(ics?.contenu ?? '')?.[1] ?? '';
    expect(resume.replace('Maison de l’insertion du Port', '')).not.toMatch(INTERDITS);
    expect(resume).not.toMatch(NOMS);
  });
});

test('R17 — chaque ligne de récapitulatif a une phrase courte', () => {
  for (const phrase of Object.values(avis)) expect(phrase.length).toBeLessThanOrEqual(60);
});
