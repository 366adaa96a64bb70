import type { GenreManquement } from '../obligations/manquement';
import { paragraphe, titre, type Bloc, type Canal } from './contenu';
import { jourEnLettres, momentEnLettres } from './dates-dites';
import type { DelaiDeReponse, DonneesDe } from './donnees';
import { joindre } from './passages';
import { ficheRendezVous } from './rendez-vous-dit';

type Lettre = DonneesDe<'demande_motif'> | DonneesDe<'relance'>;

/** A fact as it is recorded, which may be wrong: never "vous n'êtes pas venu". */
export function faitDit(d: Lettre): string {
  return d.genre === 'absence' ? absencesDites(d) : FAITS[d.genre];
}

/** R30 — no detail of a step or of a declaration is written: it stands in the contrat, and a mailbox is not the place. */
const FAITS = {
  contrat: 'Nous avons noté que votre contrat d’engagement n’a pas été fait, ou mis à jour, avec vous.',
  demarche: 'Nous avons noté qu’une démarche prévue dans votre contrat n’a pas été faite.',
  declaration: 'Nous avons noté qu’une de vos déclarations manque encore.',
} as const satisfies Record<Exclude<GenreManquement, 'absence'>, string>;

/** R31 — what settles the question, at any moment. */
const REGLEMENTS = {
  contrat: 'Si nous faisons ou mettons à jour ce contrat ensemble, la question est réglée.',
  demarche:
    'Si vous faites cette démarche, ou si nous en prévoyons une autre ensemble, la question est réglée.',
  declaration:
    'Si vous faites cette déclaration, la question est réglée. Nous pouvons vous aider à la faire.',
} as const satisfies Record<Exclude<GenreManquement, 'absence'>, string>;

function absencesDites({ absences, structure }: Lettre): string {
  const dites = absences.map((a) => momentEnLettres(a, structure.zone));
  if (dites.length === 0) return 'Une absence a été notée à l’un de vos rendez-vous.';
  if (dites.length === 1) return `Une absence a été notée à votre rendez-vous du ${dites.join('')}.`;
  return `Des absences ont été notées à vos rendez-vous du ${dites.slice(0, -1).join(', du ')} et du ${dites.at(-1) ?? ''}.`;
}

/** R30, R31 — what had been written about, for who has had several letters: never which step or declaration. */
export function sujetDit({ genre }: { readonly genre: GenreManquement }): string {
  return `Nous vous avions écrit à propos ${ECRITS[genre]}.`;
}

const ECRITS = {
  absence: 'd’une absence à un rendez-vous',
  contrat: 'de votre contrat d’engagement',
  demarche: 'd’une démarche prévue dans votre contrat',
  declaration: 'd’une déclaration à faire',
} as const satisfies Record<GenreManquement, string>;

/** GDPR, art. 9 — nobody is asked to write about health, and a mailbox is not the place for it. */
export const surSaSante =
  'Pas besoin de détails sur votre santé ou votre vie privée : « raison de santé » ou « raison familiale » suffit.';

/** R14 — in a mail the last day is known; on paper the delay runs from the day of delivery. */
export function delaiDit({ jours, avantLe }: DelaiDeReponse, canal: Canal): string {
  if (avantLe === null || canal === 'lettre')
    return `Vous avez ${jours} jours pour répondre, après le jour où vous recevez ${canal === 'lettre' ? 'cette lettre' : 'ce message'}.`;
  return `Vous avez jusqu’au ${jourEnLettres(avantLe)} inclus pour répondre.`;
}

/** R14 — the interview offered; an honoured appointment closes the matter. */
export function rendezVousOffert(d: Lettre, canal: Canal): readonly Bloc[] {
  if (d.prochain === null) {
    const { ecrire } = joindre(d, canal);
    return [
      titre('Votre prochain rendez-vous'),
      paragraphe(`Aucun rendez-vous n’est encore fixé. Pour en demander un, appelez-nous ou ${ecrire}.`),
    ];
  }
  return [
    titre('Votre prochain rendez-vous'),
    ficheRendezVous(d.prochain, d),
    paragraphe(
      d.genre === 'absence'
        ? 'Si vous venez à ce rendez-vous, la question de l’absence sera réglée. Si vous ne pouvez pas venir, prévenez-nous dès que possible.'
        : 'Vous pouvez aussi en parler à ce rendez-vous. Si vous ne pouvez pas venir, prévenez-nous dès que possible.',
    ),
  ];
}

export function siErreur(d: Lettre): readonly Bloc[] {
  const dites =
    d.genre === 'absence'
      ? 'Vous étiez là ? Vous aviez prévenu ?'
      : 'Vous l’avez déjà fait ? Ce n’était pas prévu ?';
  return [
    titre('Si c’est une erreur'),
    paragraphe(`${dites} Dites-le-nous, pour que nous puissions corriger.`),
  ];
}

/** R31 — beside answering, doing it is enough. */
export function reglementDit(d: Lettre): readonly Bloc[] {
  return d.genre === 'absence' ? [] : [paragraphe(REGLEMENTS[d.genre])];
}
