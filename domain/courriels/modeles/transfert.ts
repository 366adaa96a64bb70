import { compte } from '../../parcours/dire';
import { lienVers, paragraphe, titre, type Bloc, type Contenu, type Rubrique } from '../contenu';
import { jourEnLettres, momentEnLettres } from '../dates-dites';
import type { DonneesTransfert } from '../transfert-dit';
import { findHrefWeb } from '../liens';
import { deNom, mentionsProfessionnel, salutation } from '../passages';

/** R23, R24 — one summary on each side of a transfer, instead of one line a parcours. */
export function contenuTransfert(d: DonneesTransfert): Contenu {
  const aReplacer = d.passes.filter((p) => p.aReplacer).length;
  return {
    sujet: SUJETS[d.genre][d.cote],
    titre: SUJETS[d.genre][d.cote],
    salutation: salutation(d.nom),
    blocs: [
      paragraphe(phraseOf(d)),
      paragraphe(`Aucune date des parcours ne change. ${PREVENUS[d.genre]}`),
      ...(aReplacer === 0
        ? []
        : [
            paragraphe(
              `${compte(aReplacer, 'rendez-vous n’a', 'rendez-vous n’ont')} trouvé aucun créneau : à déplacer ou à annuler, depuis la page du parcours.`,
            ),
          ]),
      ...section(
        'Parcours',
        d.passes.map((p) => rubrique(p, d)),
      ),
      ...section(
        'Non passés',
        d.ecartes.map((p) => ecarte(p)),
      ),
      ...lienVers(findHrefWeb(d.lienListe), 'Ouvrir la liste des parcours'),
      paragraphe(
        `Une erreur ? Prévenez votre responsable, ou appelez ${d.structure.nom} au ${d.structure.telephone} : un parcours se confie de nouveau depuis sa page.`,
      ),
    ],
    signature: ['Jalons', d.structure.nom],
    mentions: mentionsProfessionnel,
    invitation: null,
  };
}

const SUJETS = {
  definitif: { de: 'Vos parcours sont confiés', vers: 'Des parcours vous sont confiés' },
  remplacement: { de: 'Vos parcours pendant quelques jours', vers: 'Vous remplacez un collègue' },
  retour: { de: 'Vos parcours vous reviennent', vers: 'Votre remplacement est terminé' },
} as const satisfies Record<DonneesTransfert['genre'], Record<DonneesTransfert['cote'], string>>;

const PREVENUS = {
  definitif: 'Chaque personne est prévenue, par courriel ou par une lettre à imprimer.',
  remplacement:
    'Chaque personne dont un rendez-vous bouge est prévenue, par courriel ou par une lettre à imprimer.',
  retour: 'Les rendez-vous déjà donnés sont gardés.',
} as const satisfies Record<DonneesTransfert['genre'], string>;

function phraseOf({ genre, cote, passes, autre, jours }: DonneesTransfert): string {
  const n = compte(passes.length, 'parcours', 'parcours');
  const quand = jours === null ? '' : ` du ${jourEnLettres(jours.du)} au ${jourEnLettres(jours.au)} inclus`;
  switch (genre) {
    case 'definitif':
      return cote === 'de'
        ? `${n} que vous suiviez : c’est désormais ${autre} qui les suit. Ses rappels ne vous arrivent plus.`
        : `${n} que suivait ${autre} : c’est désormais vous qui les suivez.`;
    case 'remplacement':
      return cote === 'de'
        ? `${n} : ${autre} vous remplace${quand}. Ensuite tout vous revient, sans rien faire.`
        : `${n} que suit ${autre} : vous assurez le remplacement${quand}. Rappels et récapitulatifs vous arrivent ces jours-là.`;
    case 'retour':
      return cote === 'de'
        ? `${n} : le remplacement par ${autre} prend fin. Rappels et récapitulatifs vous reviennent.`
        : `${n} que suit ${autre} : votre remplacement prend fin.`;
  }
}

function section(nom: string, rubriques: readonly Rubrique[]): readonly Bloc[] {
  return rubriques.length === 0
    ? []
    : [titre(`${nom} (${rubriques.length})`), { type: 'rubriques', rubriques }];
}

function rubrique(
  { personne, lien, prochain, aReplacer }: DonneesTransfert['passes'][number],
  { structure }: DonneesTransfert,
): Rubrique {
  const quand = prochain === null ? null : momentEnLettres(prochain, structure.zone);
  const point = quand === null ? 'Aucun rendez-vous à venir' : `Prochain rendez-vous : ${quand}`;
  return {
    titre: personne,
    points: [aReplacer ? `${point} (à replacer)` : point],
    lien: lienDe(lien, personne),
  };
}

function ecarte({ personne, lien }: DonneesTransfert['ecartes'][number]): Rubrique {
  return {
    titre: personne,
    points: ['Clos, ou déjà suivi par un autre référent'],
    lien: lienDe(lien, personne),
  };
}

function lienDe(lien: string, personne: string): Rubrique['lien'] {
  const href = findHrefWeb(lien);
  return href === null ? null : { href, libelle: `Ouvrir le parcours ${deNom(personne)}` };
}
