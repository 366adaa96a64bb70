import { jourEnLettres } from '../../domain/courriels/dates-dites';
import { preferences } from '../../domain/courriels/preference';
import { modeles } from '../../domain/courriels/courriel';
import { libelleModele } from '../../domain/parcours/lettres';
import { jourAt } from '../../domain/temps/heure-locale';
import { findInstant } from '../../domain/temps/instant';
import { findCivilDate } from '../../domain/temps/jour';
import type { ExportPersonne } from '../contrat/exports';

/** A piece of the document that is handed over. */
export type Bloc =
  | { readonly genre: 'titre' | 'chapitre' | 'rubrique' | 'paragraphe'; readonly texte: string }
  | { readonly genre: 'fiche'; readonly lignes: readonly (readonly [nom: string, valeur: string])[] }
  | { readonly genre: 'liste'; readonly points: readonly string[] };

type Dossier = ExportPersonne['parcours'][number];

/** The whole export in words: each fait with its sentence, each free text under the fait that cites it. */
export function blocsOf({ editeA, personne, parcours }: ExportPersonne): readonly Bloc[] {
  const { prenom, nom } = personne;
  return [
    { genre: 'titre', texte: `Données de ${prenom} ${nom}` },
    {
      genre: 'paragraphe',
      texte: `Ce document contient tout ce que Jalons enregistre à son sujet, au ${leJour(editeA)}. Les dates y sont calculées automatiquement ; les décisions sont prises par des personnes. Une erreur se fait corriger auprès de la structure qui accompagne.`,
    },
    { genre: 'chapitre', texte: 'Identité et coordonnées' },
    {
      genre: 'fiche',
      lignes: [
        ['Prénom', prenom],
        ['Nom', nom],
        ['Identifiant', personne.idExterne],
        ['Courriel', personne.courriel ?? 'non renseigné'],
        ['Téléphone', personne.telephone ?? 'non renseigné'],
        ['Adresse', personne.adresse ?? 'non renseignée'],
        ['Comment lui écrire', preferences[personne.preference]],
      ],
    },
    ...(parcours.length === 0 ? [{ genre: 'paragraphe', texte: 'Aucun parcours.' } as const] : []),
    ...parcours.flatMap(dossierDit),
  ];
}

function dossierDit(d: Dossier): readonly Bloc[] {
  const { suivi, structure, referent } = d;
  return [
    { genre: 'chapitre', texte: `Parcours ouvert le ${enLettres(suivi.ouvertLe)}` },
    {
      genre: 'fiche',
      lignes: [
        ['Dispositif', `${suivi.dispositif.libelle} (édition ${suivi.dispositif.edition})`],
        ['Structure', structure],
        ['Référent', referent === null ? 'pas encore désigné' : `${referent.prenom} ${referent.nom}`],
        ['Étape', suivi.libelleEtape],
        ['Orientation notifiée le', enLettres(suivi.orientationNotifieeLe)],
        ['Contrat signé le', suivi.contrat === null ? 'pas encore signé' : enLettres(suivi.contrat.signeLe)],
        ['Soumis aux obligations', suivi.soumisAuxObligations ? 'oui' : 'non'],
        ...(suivi.sortie === null
          ? []
          : [['Sortie', `${suivi.sortie.libelle}, le ${enLettres(suivi.sortie.le)}`] as const]),
      ],
    },
    ...listeOf('Rendez-vous', suivi.rendezVous.map(rendezVousDit)),
    ...listeOf(
      'Journal',
      suivi.journal.map((ligne) => ligneDite(ligne, d)),
    ),
    ...listeOf('Courriels et lettres', d.courriels.map(courrielDit)),
  ];
}

function listeOf(titre: string, points: readonly string[]): readonly Bloc[] {
  if (points.length === 0) return [];
  return [
    { genre: 'rubrique', texte: titre },
    { genre: 'liste', points },
  ];
}

const ETATS: Readonly<Record<string, string>> = {
  a_venir: 'à venir',
  a_renseigner: 'à renseigner',
  honore: 'honoré',
  excuse: 'excusé',
  absent: 'absent',
  annule: 'annulé',
};

function rendezVousDit({ le, de, a, etat }: Dossier['suivi']['rendezVous'][number]): string {
  return `${enLettres(le)}, de ${de} à ${a} : ${ETATS[etat] ?? etat.replaceAll('_', ' ')}.`;
}

function ligneDite(
  { rang, le, heure, phrase }: Dossier['suivi']['journal'][number],
  { faits, textes }: Dossier,
): string {
  const donnees = JSON.stringify(faits.find((f) => f.rang === rang)?.donnees ?? {});
  const cites = Object.entries(textes).flatMap(([id, texte]) =>
    donnees.includes(id) ? [`« ${texte} »`] : [],
  );
  return [`${enLettres(le)}, ${heure} : ${phrase}`, ...cites].join('\n');
}

function courrielDit({ modele, destinataire, creeA, envoyeA }: Dossier['courriels'][number]): string {
  const connu = modeles.find((m) => m === modele);
  const quoi = connu === undefined ? modele : libelleModele(connu);
  const issue = envoyeA === null ? 'pas d’envoi' : `envoi le ${leJour(envoyeA)}`;
  return `${leJour(creeA)} : ${quoi}, pour ${QUI[destinataire] ?? destinataire}, ${issue}.`;
}

const QUI: Readonly<Record<string, string>> = {
  personne: 'la personne',
  referent: 'le référent',
  responsable: 'le responsable',
};

function enLettres(le: string): string {
  const jour = findCivilDate(le);
  return jour === null ? le : jourEnLettres(jour);
}

function leJour(a: string): string {
  const instant = findInstant(a);
  return instant === null ? a : jourEnLettres(jourAt(instant, 'metropole'));
}
