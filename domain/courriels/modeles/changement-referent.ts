import { paragraphe, titre, type Bloc, type Canal, type Contenu } from '../contenu';
import { jourEnLettres, momentEnLettres } from '../dates-dites';
import type { DonneesDe } from '../donnees';
import {
  boutonTelephone,
  joindre,
  mentionsPersonne,
  nomComplet,
  salutation,
  signatureReferent,
} from '../passages';
import { ficheRendezVous } from '../rendez-vous-dit';

/** R22 — who accompanies the person from now on. Why is nobody's business but theirs: it is not written. */
export function contenuChangementReferent(d: DonneesDe<'changement_referent'>, canal: Canal): Contenu {
  const { appeler, ecrire } = joindre(d, canal);
  const nom = nomComplet(d.referent);
  const avant = d.ancien === null ? '' : ` Jusque-là, c’était ${nomComplet(d.ancien)}.`;
  return {
    sujet: 'Une autre personne vous accompagne',
    titre: 'Une autre personne vous accompagne',
    salutation: salutation(nomComplet(d.personne)),
    blocs: [
      paragraphe(`Depuis le ${jourEnLettres(d.le)}, c’est ${nom} qui vous accompagne.${avant}`),
      paragraphe(
        'Votre accompagnement continue. Sa durée et vos engagements ne changent pas. Vous n’avez rien à faire.',
      ),
      ...rendezVousDits(d),
      titre('Qui appeler'),
      paragraphe(`Pour toute question, ${appeler}, ou ${ecrire}.`),
      ...boutonTelephone(d),
    ],
    signature: signatureReferent(d),
    mentions: mentionsPersonne(d, canal),
    invitation: null,
  };
}

function rendezVousDits(d: DonneesDe<'changement_referent'>): readonly Bloc[] {
  const { prochain, aReplacer, structure } = d;
  return [
    ...(prochain === null ? [] : [titre('Votre prochain rendez-vous'), ficheRendezVous(prochain, d)]),
    ...aReplacer.map((debut) =>
      paragraphe(
        `Votre rendez-vous du ${momentEnLettres(debut, structure.zone)} doit peut-être changer de jour. Nous vous l’écrirons. Sans nouvelle de nous, appelez ${nomComplet(d.referent)} avant ce jour.`,
      ),
    ),
  ];
}
